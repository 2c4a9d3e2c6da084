namespace Stance.Variations;

/// <summary>
/// Spearman's ρ: Pearson's correlation of ranks, equal values sharing the mean of their ranks; −1 (order reversed) to 1 (same order).
/// Spearman (1904), The proof and measurement of association between two things.
/// </summary>
public static class RankCorrelation
{
    /// <returns>Null for fewer than two pairs, or when all values of one side are equal: then there is no order to compare.</returns>
    public static double? Spearman(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count)
            throw new ArgumentException("Ranks are compared pair by pair: both lists need the same length.", nameof(second));
        var (a, b) = (Ranks(first), Ranks(second));
        var mean = (first.Count + 1) / 2.0;
        var (shared, ofFirst, ofSecond) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            shared += (a[i] - mean) * (b[i] - mean);
            ofFirst += (a[i] - mean) * (a[i] - mean);
            ofSecond += (b[i] - mean) * (b[i] - mean);
        }
        return ofFirst == 0 || ofSecond == 0 ? null : shared / Math.Sqrt(ofFirst * ofSecond);
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[order.Length];
        for (var start = 0; start < order.Length;)
        {
            var end = start;
            while (end + 1 < order.Length && values[order[end + 1]].Equals(values[order[start]]))
                end++;
            for (var i = start; i <= end; i++)
                ranks[order[i]] = ((start + end) / 2.0) + 1;
            start = end + 1;
        }
        return ranks;
    }
}
