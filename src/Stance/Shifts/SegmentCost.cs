namespace Stance.Shifts;

/// <summary>
/// C(a, b) = Σ n_k (y_k − ȳ)² / σ² over the weeks a … b − 1, ȳ their weighted mean; 0 or greater, from running sums.
/// A segment counts only with enough weeks and enough weight.
/// </summary>
public sealed class SegmentCost
{
    private readonly double[] weight;
    private readonly double[] sum;
    private readonly double[] squares;
    private readonly double variance;
    private readonly SegmentRule rule;

    public SegmentCost(IReadOnlyList<WeekMean> weeks, double sigma, SegmentRule rule)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sigma);
        (variance, this.rule) = (sigma * sigma, rule);
        (weight, sum, squares) = (new double[weeks.Count + 1], new double[weeks.Count + 1], new double[weeks.Count + 1]);
        // Around the first value, so that squares of large levels do not cancel.
        var origin = weeks.Count > 0 ? weeks[0].Mean : 0;
        for (var i = 0; i < weeks.Count; i++)
        {
            var (y, n) = (weeks[i].Mean - origin, weeks[i].Weight);
            weight[i + 1] = weight[i] + n;
            sum[i + 1] = sum[i] + (n * y);
            squares[i + 1] = squares[i] + (n * y * y);
        }
    }

    public int Count => weight.Length - 1;

    public double Of(int from, int to)
    {
        var (w, s) = (weight[to] - weight[from], sum[to] - sum[from]);
        return w > 0 ? Math.Max(0, (squares[to] - squares[from] - (s * s / w)) / variance) : 0;
    }

    public double Weight(int from, int to) => weight[to] - weight[from];

    public bool IsAdmissible(int from, int to) => to - from >= rule.Weeks && Weight(from, to) >= rule.Weight - 1e-9;

    /// <summary>The first end of an admissible segment that starts here; beyond the series when there is none.</summary>
    public int FirstEnd(int from)
    {
        var to = from + rule.Weeks;
        while (to <= Count && !IsAdmissible(from, to))
            to++;
        return to;
    }

    /// <summary>The sum over a whole segmentation, without penalty.</summary>
    public double Of(IReadOnlyList<int> breaks)
    {
        ArgumentNullException.ThrowIfNull(breaks);
        var (from, total) = (0, 0.0);
        foreach (var to in breaks.Append(Count))
        {
            total += Of(from, to);
            from = to;
        }
        return total;
    }
}

/// <summary>What a segment must hold at least: non-empty weeks, and evidence weight Σ n_k.</summary>
public readonly record struct SegmentRule(int Weeks, double Weight)
{
    public static SegmentRule Default { get; } = new(4, 3);
}
