namespace Stance.Shifts;

/// <summary>
/// σ̂ = median |y_k − y_{k−1}| / (0.6745 √2), greater than 0: the week-to-week spread, which a few breaks cannot inflate
/// (differences of neighbours, Rice 1984; median absolute deviation, Hampel 1974).
/// </summary>
public static class WeeklySpread
{
    private const double MedianOfNormal = 0.6745;

    /// <summary>
    /// Where more than half of the differences are 0 the median says nothing, and the mean stands in: σ̂ = mean |Δy| √π / 2.
    /// Null when all weeks are equal or there are fewer than two.
    /// </summary>
    public static double? Of(IReadOnlyList<WeekMean> weeks)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        if (weeks.Count < 2)
            return null;
        var steps = weeks.Zip(weeks.Skip(1), (before, after) => Math.Abs(after.Mean - before.Mean)).Order().ToList();
        var median = (steps[(steps.Count - 1) / 2] + steps[steps.Count / 2]) / 2;
        var sigma = median > 0 ? median / (MedianOfNormal * Math.Sqrt(2)) : steps.Average() * Math.Sqrt(Math.PI) / 2;
        return sigma > 0 ? sigma : null;
    }
}
