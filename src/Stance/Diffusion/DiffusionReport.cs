using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Explanation;
using Stance.ViewStates;

namespace Stance.Diffusion;

/// <summary>The countries of a view by when they shifted around one day.</summary>
/// <param name="Trigger">The day the lags are counted from; null = none is named, and none marked inside the period.</param>
/// <param name="Marked">What the register marks on that day.</param>
/// <param name="IsEveryCountry">The view names none, so that all countries with acts on the axis stand here.</param>
/// <param name="Rows">In order of shift; empty without a trigger.</param>
public sealed record DiffusionReport(
    ViewState View, Period Period, DateOnly? Trigger, IReadOnlyList<TriggerEvent> Marked, DateTimeOffset KnownAt, Axis Axis, CodebookVersion Codebook,
    bool IsEveryCountry, IReadOnlyList<CountryLag> Rows, long ChangeNo)
{
    /// <summary>The acts that lead the breaks shown, by name.</summary>
    public IReadOnlyDictionary<ActId, ActName> Names { get; init; } = new Dictionary<ActId, ActName>();

    /// <summary>False where the day lies outside the period, whose breaks alone are looked at.</summary>
    public bool IsInside => Trigger >= Period.From && Trigger <= Period.To;

    public IReadOnlyList<CountryLag> Followed { get; } = [.. Rows.Where(r => r.After is not null)];

    /// <summary>Those with a break before the trigger and none since.</summary>
    public IReadOnlyList<CountryLag> Earlier { get; } = [.. Rows.Where(r => r.After is null && r.Before is not null)];

    public IEnumerable<CountryLag> Without(NoShift reason) => Rows.Where(r => r.Reason == reason);

    /// <summary>Those that the spans of days leave in the first place.</summary>
    public IEnumerable<CountryLag> MayBeFirst => Followed.Where(r => r.Rank!.Best == 1);

    /// <summary>Neighbours in the order whose spans of days overlap, or whose lags are equal.</summary>
    public IEnumerable<(CountryLag First, CountryLag Second)> Uncertain => Followed.Zip(Followed.Skip(1)).Where(p => p.First.After!.Overlaps(p.Second.After!));
}
