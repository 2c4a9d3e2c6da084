using Stance.Countries;
using Stance.Shifts;

namespace Stance.Diffusion;

/// <summary>Why a country has no break after a trigger.</summary>
public enum NoShift
{
    /// <summary>There was enough to find one.</summary>
    NoneFound,

    /// <summary>No place after the trigger has the weeks and the weight a level needs on both sides.</summary>
    TooLittle,

    /// <summary>Too little, and no sweep of sources is logged for any day of the period.</summary>
    NotLooked,
}

/// <summary>Places a country can hold among those that shifted: the break's own, and the first and last that the spans of days allow.</summary>
public sealed record ShiftRank(int Rank, int Best, int Worst)
{
    public bool IsCertain => Best == Worst;
}

/// <summary>How a country moved around a trigger.</summary>
/// <param name="After">Its first break on or after the trigger; <paramref name="Before"/> its last one before.</param>
/// <param name="Reason">Given exactly when there is none after.</param>
/// <param name="Rank">Given exactly when there is one after.</param>
public sealed record CountryLag(CountryShifts Shifts, LaggedBreak? After, LaggedBreak? Before, NoShift? Reason, ShiftRank? Rank)
{
    public Country Country => Shifts.Country;

    /// <summary>The break that places it: the one after, or else the one before.</summary>
    public LaggedBreak? Shown => After ?? Before;

    public bool IsSilent => After is null && Before is null;
}
