namespace Stance.Shifts;

/// <summary>
/// The best set of breaks for one penalty: min Σ C(segments) + β·(number of breaks), exact, by dynamic programming with pruning.
/// A break b means: week b is the first of the new level. Killick, Fearnhead and Eckley (2012).
/// </summary>
public static class Pelt
{
    /// <summary>β = 2 ln n for a known σ; 0 for fewer than two weeks.</summary>
    public static double DefaultPenalty(int weeks) => weeks < 2 ? 0 : 2 * Math.Log(weeks);

    /// <summary>Ascending; empty when the series holds no two admissible segments. Every week is a candidate, none is skipped.</summary>
    public static IReadOnlyList<int> Breaks(SegmentCost cost, double penalty)
    {
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentOutOfRangeException.ThrowIfNegative(penalty);
        var best = new double[cost.Count + 1];
        var last = new int[cost.Count + 1];
        best[0] = -penalty;
        var starts = new Candidates(cost.Count + 1);
        starts.Add(0);
        for (var end = 1; end <= cost.Count; end++)
        {
            starts.Drop(end);
            (best[end], last[end]) = starts.Best(cost, best, penalty, end);
            if (double.IsPositiveInfinity(best[end]))
                continue;
            starts.Prune(best[end], cost.FirstEnd(end));
            starts.Add(end);
        }
        return Trace(last, best, cost.Count);
    }

    /// <summary>The starts that can still be best, ascending; in arrays, because this is the innermost loop of all.</summary>
    private sealed class Candidates(int capacity)
    {
        private readonly int[] at = new int[capacity];
        private readonly int[] dropFrom = new int[capacity];
        private readonly double[] total = new double[capacity];
        private int count;
        private int admissible;

        public void Add(int start) => (at[count], dropFrom[count], count) = (start, int.MaxValue, count + 1);

        public void Drop(int end)
        {
            var kept = 0;
            for (var i = 0; i < count; i++)
            {
                if (dropFrom[i] > end)
                    (at[kept], dropFrom[kept], kept) = (at[i], dropFrom[i], kept + 1);
            }
            count = kept;
        }

        /// <summary>Later starts make shorter segments: after the first that is too short all are.</summary>
        public (double Cost, int Start) Best(SegmentCost cost, double[] best, double penalty, int end)
        {
            var found = (Cost: double.PositiveInfinity, Start: 0);
            for (admissible = 0; admissible < count && cost.IsAdmissible(at[admissible], end); admissible++)
            {
                total[admissible] = best[at[admissible]] + cost.Of(at[admissible], end);
                if (total[admissible] + penalty < found.Cost)
                    found = (total[admissible] + penalty, at[admissible]);
            }
            return found;
        }

        /// <summary>
        /// F(s) + C(s, t) > F(t) makes s worse than t for every later end, but only once a segment from t is itself admissible;
        /// until then s must stay.
        /// </summary>
        public void Prune(double bound, int from)
        {
            for (var i = 0; i < admissible; i++)
            {
                if (total[i] > bound)
                    dropFrom[i] = Math.Min(dropFrom[i], from);
            }
        }
    }

    private static List<int> Trace(int[] last, double[] best, int count)
    {
        var breaks = new List<int>();
        if (count == 0 || double.IsPositiveInfinity(best[count]))
            return breaks;
        for (var at = last[count]; at > 0; at = last[at])
            breaks.Insert(0, at);
        return breaks;
    }
}
