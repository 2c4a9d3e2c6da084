namespace Stance.Alignment;

/// <summary>
/// M1, disagreement of two coders: the score is their mean, and the weight becomes 1/(1/w + (a − b)²/(4σ²)), the variance of a mean of two,
/// so that disputed acts pull less and widen the band.
/// </summary>
public static class Disagreement
{
    /// <param name="weight">Starting weight q·g; 0 stays 0.</param>
    /// <param name="sigma">σ of the codebook, greater than 0.</param>
    public static (double Score, double Weight) Combine(double first, double second, double weight, double sigma)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sigma);
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        var spread = (first - second) * (first - second) / (4 * sigma * sigma);
        return ((first + second) / 2, weight == 0 ? 0 : 1 / ((1 / weight) + spread));
    }
}
