using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Shifts;

/// <summary>The breaks of each country a view names, dated inside its period; looked for in all its acts up to the period's end.</summary>
public sealed record ShiftReport(
    ViewState View, Period Period, DateTimeOffset KnownAt, Axis Axis, CodebookVersion Codebook, IReadOnlyList<CountryShifts> Countries, long ChangeNo);

/// <summary>One country's breaks, and what there was to find them in.</summary>
/// <param name="Means">Weeks with acts up to the period's end.</param>
public sealed record CountryShifts(Country Country, IReadOnlyList<WeekMean> Means, IReadOnlyList<FoundBreak> Breaks)
{
    public int Weeks => Means.Count;

    /// <summary>Σ n_k of those weeks.</summary>
    public double Weight { get; } = Means.Sum(w => w.Weight);

    /// <summary>σ̂; null when the weeks have none.</summary>
    public double? Spread => WeeklySpread.Of(Means);

    /// <summary>Two segments fit at all: with less on file no break can be found, which is not the same as none.</summary>
    public bool HasEnough => Weeks >= 2 * SegmentRule.Default.Weeks && Weight >= 2 * SegmentRule.Default.Weight;
}

/// <summary>A break and the acts that made the new level, strongest first.</summary>
public sealed record FoundBreak(ChangePoint Point, IReadOnlyList<LeadingAct> Acts);

/// <summary>An act that leads a shift: the day used in the sum, score s and weight q·g.</summary>
public sealed record LeadingAct(ActId Id, DateOnly Day, string Type, double Score, double Weight);
