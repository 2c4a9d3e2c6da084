using Stance.ViewStates;

namespace Stance.Alignment;

/// <summary>
/// M1: I(t) = (k₀ μ₀(t) + Σ w_i s_i) / (k₀ + W), W = Σ w_i, w_i(t) = q_i g_i 2^(−(t − t_i)/h) for t_i ≤ t; −10…+10.
/// With no acts the index is μ₀ and the standard error σ/√k₀.
/// Brown (1959) exponential smoothing; Wright (1986) irregular intervals; West and Harrison (1997) discounting;
/// Efron and Morris (1975) shrinkage; flow after Goldstein (1992).
/// </summary>
public static class AlignmentIndex
{
    /// <summary>
    /// The daily line over a period. Acts must be sorted by day; acts before the period count with what is left of them.
    /// The sums are carried from day to day (W ← W·2^(−1/h) + new weight), which equals the definition to rounding.
    /// </summary>
    public static AlignmentLine Compute(ActEvidence acts, PriorSteps prior, Period period, IndexParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(parameters);
        var line = new AlignmentLine(period, parameters);
        var first = period.From.DayNumber;
        var (sums, next) = Before(acts, first, parameters.HalfLife);
        Fill(line, acts, next, sums, prior, first, parameters);
        return line;
    }

    /// <summary>Sums as they stand on the eve of <paramref name="first"/>, and the first act not yet in them.</summary>
    private static (EvidenceSums Sums, int Next) Before(ActEvidence acts, int first, HalfLife halfLife)
    {
        var sums = default(EvidenceSums);
        var next = 0;
        for (; next < acts.Count && acts.Days[next] < first; next++)
            sums = sums.With(acts.Weights[next] * halfLife.Left(first - 1 - acts.Days[next]), acts.Scores[next]);
        return (sums, next);
    }

    private static void Fill(
        AlignmentLine line, ActEvidence acts, int next, EvidenceSums sums, PriorSteps prior, int first, IndexParameters parameters)
    {
        var (index, weight, flow, squares) = (line.Index, line.Weight, line.Flow, line.SquaredWeight);
        var (decay, strength) = (parameters.HalfLife.DailyFactor, parameters.PriorStrength);
        var (w, f, w2, decay2) = (sums.Weight, sums.Flow, sums.SquaredWeight, decay * decay);
        var (start, holdsUntil) = (0.0, int.MinValue);
        for (var i = 0; i < index.Length; i++)
        {
            var day = first + i;
            if (day > holdsUntil)
                start = strength * prior.On(day, out holdsUntil);
            w *= decay;
            f *= decay;
            w2 *= decay2;
            for (; next < acts.Count && acts.Days[next] == day; next++)
            {
                var own = acts.Weights[next];
                w += own;
                f += own * acts.Scores[next];
                w2 += own * own;
            }
            index[i] = strength + w > 0 ? (start + f) / (strength + w) : 0;
            weight[i] = w;
            flow[i] = f;
            squares[i] = w2;
        }
    }
}

/// <summary>The acts behind a line: day numbers ascending, scores s in [−10, 10], starting weights q·g.</summary>
public readonly ref struct ActEvidence(ReadOnlySpan<int> days, ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
{
    public ReadOnlySpan<int> Days { get; } = days;

    public ReadOnlySpan<double> Scores { get; } = scores;

    public ReadOnlySpan<double> Weights { get; } = weights;

    public int Count => Days.Length;
}

internal readonly record struct EvidenceSums(double Weight, double Flow, double SquaredWeight)
{
    public EvidenceSums With(double weight, double score) =>
        new(Weight + weight, Flow + (weight * score), SquaredWeight + (weight * weight));
}
