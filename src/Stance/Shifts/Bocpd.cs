namespace Stance.Shifts;

/// <summary>The normal–gamma belief about a level and its spread: location μ, κ pseudo-weeks, shape α, rate β; all but μ greater than 0.</summary>
public readonly record struct LevelBelief(double Mu, double Kappa, double Alpha, double Beta)
{
    public LevelBelief With(double x) => new(
        ((Kappa * Mu) + x) / (Kappa + 1), Kappa + 1, Alpha + 0.5, Beta + (Kappa * (x - Mu) * (x - Mu) / (2 * (Kappa + 1))));

    /// <summary>Log density of the next value: Student-t with 2α degrees, location μ, scale² β(κ+1)/(ακ).</summary>
    public double LogDensity(double x)
    {
        var degrees = 2 * Alpha;
        var scale2 = Beta * (Kappa + 1) / (Alpha * Kappa);
        return LogGamma.Of((degrees + 1) / 2) - LogGamma.Of(degrees / 2) - (Math.Log(degrees * Math.PI * scale2) / 2)
            - ((degrees + 1) / 2 * Math.Log(1 + ((x - Mu) * (x - Mu) / (degrees * scale2))));
    }
}

/// <summary>How long the present level has lasted, after one step: probabilities of 0, 1, 2, … weeks, which sum to 1.</summary>
public sealed record RunLengths(IReadOnlyList<double> Probability)
{
    /// <summary>P(run ≤ weeks). P(run = 0) alone always equals the hazard and says nothing.</summary>
    public double AtMost(int weeks) => Probability.Take(weeks + 1).Sum();

    public int MostProbable => Probability.Count == 0 ? 0 : Probability.Index().MaxBy(p => p.Item).Index;
}

/// <summary>
/// Probability of a fresh level, week by week as the weeks come in. A week without acts lets time pass and teaches nothing.
/// Adams and MacKay (2007), with a normal–gamma belief about the level.
/// </summary>
public static class Bocpd
{
    /// <summary>A change a year is expected.</summary>
    public const double Hazard = 1.0 / 52;

    /// <summary>Runs less probable than this are forgotten; what is left is scaled to 1.</summary>
    private const double Negligible = 1e-12;

    /// <param name="values">One a week; null = a week without acts.</param>
    /// <param name="hazard">Probability that a level ends in any one week, between 0 and 1.</param>
    public static IEnumerable<RunLengths> Run(IEnumerable<double?> values, LevelBelief prior, double hazard = Hazard)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hazard);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(hazard, 1);
        var (probability, beliefs) = (new List<double> { 1 }, new List<LevelBelief> { prior });
        foreach (var value in values)
        {
            if (value is { } x)
                Learn(probability, beliefs, x);
            var ended = probability.Sum() * hazard;
            for (var i = 0; i < probability.Count; i++)
                probability[i] *= 1 - hazard;
            probability.Insert(0, ended);
            beliefs.Insert(0, prior);
            Normalise(probability, beliefs);
            yield return new RunLengths([.. probability]);
        }
    }

    private static void Learn(List<double> probability, List<LevelBelief> beliefs, double x)
    {
        for (var i = 0; i < probability.Count; i++)
        {
            probability[i] *= Math.Exp(beliefs[i].LogDensity(x));
            beliefs[i] = beliefs[i].With(x);
        }
    }

    private static void Normalise(List<double> probability, List<LevelBelief> beliefs)
    {
        var total = probability.Sum();
        for (var i = 0; i < probability.Count; i++)
            probability[i] /= total;
        while (probability[^1] < Negligible)
        {
            probability.RemoveAt(probability.Count - 1);
            beliefs.RemoveAt(beliefs.Count - 1);
        }
    }
}

/// <summary>ln Γ(x) for x > 0, to about 1e-14 (Lanczos 1964, coefficients of Godfrey).</summary>
internal static class LogGamma
{
    private static readonly double[] Coefficients =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    public static double Of(double x)
    {
        var sum = Coefficients[0];
        for (var i = 1; i < Coefficients.Length; i++)
            sum += Coefficients[i] / (x - 1 + i);
        var t = x + 6.5;
        return (Math.Log(2 * Math.PI) / 2) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
