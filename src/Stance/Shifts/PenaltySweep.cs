namespace Stance.Shifts;

/// <summary>One best segmentation and the penalties for which it is the best.</summary>
/// <param name="Cost">Σ C without penalty.</param>
public sealed record SweptSegmentation(IReadOnlyList<int> Breaks, double Cost, double From, double To);

/// <summary>
/// All best segmentations over a range of penalties, found by few runs (CROPS: Haynes, Eckley and Fearnhead 2017), and from them the
/// stability of each break: the share of the range of log penalties that keeps it, 0…1.
/// </summary>
public sealed class PenaltySweep
{
    /// <summary>A break less stable than this is not shown.</summary>
    public const double ShownFrom = 0.5;

    /// <summary>A break at least this stable is drawn bold.</summary>
    public const double BoldFrom = 0.8;

    private const double Least = 0.5;
    private const double Most = 8;

    private PenaltySweep(IReadOnlyList<SweptSegmentation> segmentations) => Segmentations = segmentations;

    /// <summary>From the smallest penalty, most breaks first.</summary>
    public IReadOnlyList<SweptSegmentation> Segmentations { get; }

    /// <summary>Over [0.5, 8] times the default penalty.</summary>
    public static PenaltySweep Around(SegmentCost cost, double defaultPenalty) => Over(cost, Least * defaultPenalty, Most * defaultPenalty);

    public static PenaltySweep Over(SegmentCost cost, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(low);
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        var found = new SortedDictionary<int, (IReadOnlyList<int> Breaks, double Cost)>();
        Find(cost, Run(cost, low, found), Run(cost, high, found), found);
        return new PenaltySweep(WithRanges([.. found.Values.Reverse()], low, high));
    }

    /// <summary>Breaks kept by some penalty, with the share of the log range that keeps each.</summary>
    public IReadOnlyDictionary<int, double> Stability()
    {
        var (low, high) = (Segmentations[0].From, Segmentations[^1].To);
        var range = Math.Log(high / low);
        return Segmentations
            .SelectMany(s => s.Breaks.Select(b => (Break: b, Share: range > 0 ? Math.Log(s.To / s.From) / range : 1)))
            .GroupBy(b => b.Break)
            .ToDictionary(g => g.Key, g => Math.Min(1, g.Sum(b => b.Share)));
    }

    private static (IReadOnlyList<int> Breaks, double Cost) Run(
        SegmentCost cost, double penalty, SortedDictionary<int, (IReadOnlyList<int> Breaks, double Cost)> found)
    {
        var breaks = Pelt.Breaks(cost, penalty);
        return found[breaks.Count] = (breaks, cost.Of(breaks));
    }

    /// <summary>Between two best segmentations a third can only be best where the two cost the same.</summary>
    private static void Find(
        SegmentCost cost, (IReadOnlyList<int> Breaks, double Cost) many, (IReadOnlyList<int> Breaks, double Cost) few,
        SortedDictionary<int, (IReadOnlyList<int> Breaks, double Cost)> found)
    {
        if (many.Breaks.Count - few.Breaks.Count <= 1)
            return;
        var between = Run(cost, Crossing(many, few), found);
        if (between.Breaks.Count == many.Breaks.Count || between.Breaks.Count == few.Breaks.Count)
            return;
        Find(cost, many, between, found);
        Find(cost, between, few, found);
    }

    private static double Crossing((IReadOnlyList<int> Breaks, double Cost) many, (IReadOnlyList<int> Breaks, double Cost) few) =>
        (few.Cost - many.Cost) / (many.Breaks.Count - few.Breaks.Count);

    private static List<SweptSegmentation> WithRanges(List<(IReadOnlyList<int> Breaks, double Cost)> segmentations, double low, double high)
    {
        var swept = new List<SweptSegmentation>();
        for (var i = 0; i < segmentations.Count; i++)
        {
            var from = i == 0 ? low : swept[^1].To;
            var to = i == segmentations.Count - 1 ? high : Math.Clamp(Crossing(segmentations[i], segmentations[i + 1]), from, high);
            swept.Add(new SweptSegmentation(segmentations[i].Breaks, segmentations[i].Cost, from, to));
        }
        return swept;
    }
}
