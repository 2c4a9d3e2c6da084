using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Explanation;

/// <summary>What the codebook in force at a knowledge date gave the index: the starting values μ₀, k₀, σ and the half-life.</summary>
public sealed record KnownNumbers(PriorSteps Prior, IndexParameters Parameters);

/// <summary>A version of an act: what it says, and the ticks (UTC) from and until which it was known.</summary>
public readonly record struct KnownVersion(int Day, double Score, double Weight, long KnownFrom, long KnownTo)
{
    public bool IsKnown(AsOf at)
    {
        var ticks = at.Instant?.UtcTicks ?? long.MaxValue - 1;
        return KnownFrom <= ticks && ticks < KnownTo;
    }
}

/// <summary>
/// M4: R(t, k) = I(t | k), the index of day t from the versions known at k, for k ≥ t; −10…+10, null before t.
/// Revision of t = I(t | last k) − I(t | t); headline = mean |I(t | t + 30) − I(t | t)| over the days at least 30 days back.
/// Croushore and Stark (2001) real-time data; Snodgrass (2000).
/// </summary>
/// <param name="Days">Event dates t, ascending.</param>
/// <param name="Known">Knowledge dates k, ascending; the last is the one the view stands for.</param>
/// <param name="Values">R by day, then by knowledge date.</param>
/// <param name="First">I(t | t): how each day was first read, at its end.</param>
/// <param name="AfterThirtyDays">I(t | t + 30); null where that is not past yet.</param>
public sealed record RevisionTriangle(
    IReadOnlyList<DateOnly> Days,
    IReadOnlyList<AsOf> Known,
    IReadOnlyList<IReadOnlyList<double?>> Values,
    IReadOnlyList<double> First,
    IReadOnlyList<double?> AfterThirtyDays)
{
    public const int Lag = 30;

    /// <summary>I(t | last k) − I(t | t) of one day.</summary>
    public double Revision(int day) => (Values[day][^1] ?? First[day]) - First[day];

    /// <summary>Mean absolute revision within 30 days; null when no day lies 30 days back.</summary>
    public double? MeanAbsoluteAtLag
    {
        get
        {
            var past = Enumerable.Range(0, Days.Count).Where(i => AfterThirtyDays[i] is not null).ToList();
            return past.Count == 0 ? null : past.Average(i => Math.Abs(AfterThirtyDays[i]!.Value - First[i]));
        }
    }

    /// <summary>Mean absolute revision up to the last knowledge date; 0 without days.</summary>
    public double MeanAbsolute => Days.Count == 0 ? 0 : Enumerable.Range(0, Days.Count).Average(i => Math.Abs(Revision(i)));

    /// <summary>One pass over the versions for each knowledge date; the index of all days comes from that pass.</summary>
    /// <param name="days">Ascending, none after the last knowledge date.</param>
    /// <param name="known">Ascending, at least one.</param>
    public static RevisionTriangle Of(
        IReadOnlyList<KnownVersion> versions, PriorSteps prior, IndexParameters parameters, IReadOnlyList<DateOnly> days, IReadOnlyList<AsOf> known) =>
        Of(versions, _ => new KnownNumbers(prior, parameters), days, known);

    /// <summary>The same, with the numbers of the codebook in force at each knowledge date.</summary>
    public static RevisionTriangle Of(
        IReadOnlyList<KnownVersion> versions, Func<AsOf, KnownNumbers> numbers, IReadOnlyList<DateOnly> days, IReadOnlyList<AsOf> known)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentOutOfRangeException.ThrowIfZero(known.Count);
        if (days.Count == 0)
            return new([], known, [], [], []);
        var sorted = versions.OrderBy(v => v.Day).ToList();
        var lines = new Dictionary<AsOf, AlignmentLine>();
        var last = known[^1];
        return new RevisionTriangle(
            days, known,
            [.. days.Select(t => (IReadOnlyList<double?>)[.. known.Select(k => k == last || IsPast(t, k) ? LineAt(k).On(t).Index : (double?)null)])],
            [.. days.Select(t => LineAt(Limited(t)).On(t).Index)],
            [.. days.Select(t => IsPast(t.AddDays(Lag), last) ? LineAt(AsOf.EndOf(t.AddDays(Lag))).On(t).Index : (double?)null)]);

        // The day of a knowledge instant that is not over yet is first read at that instant.
        AsOf Limited(DateOnly t) => IsPast(t, last) ? AsOf.EndOf(t) : last;

        AlignmentLine LineAt(AsOf k) => lines.TryGetValue(k, out var line) ? line
            : lines[k] = Line([.. sorted.Where(v => v.IsKnown(k))], numbers(k), new Period(days[0], days[^1]));
    }

    /// <summary>The end of the day lies at or before the knowledge date.</summary>
    private static bool IsPast(DateOnly day, AsOf known) => known.Instant is not { } at || AsOf.EndOf(day).Instant <= at;

    private static AlignmentLine Line(IReadOnlyList<KnownVersion> acts, KnownNumbers numbers, Period period) => AlignmentIndex.Compute(
        new ActEvidence([.. acts.Select(a => a.Day)], [.. acts.Select(a => a.Score)], [.. acts.Select(a => a.Weight)]), numbers.Prior, period, numbers.Parameters);
}
