namespace Stance.Coding;

/// <summary>How far apart two values of a field are: only whether they differ, by rank, by distance, by proportion.</summary>
public enum AgreementMetric
{
    Nominal,
    Ordinal,
    Interval,
    Ratio,
}

/// <summary>α with its bootstrap interval; null where it is not defined.</summary>
/// <param name="Low">2.5th percentile; <paramref name="High"/> the 97.5th.</param>
/// <param name="Units">Units that two coders or more valued.</param>
public sealed record AgreementEstimate(double? Alpha, double? Low, double? High, int Units);

/// <summary>
/// M9: Krippendorff's α = 1 − D_o/D_e over coincidences, any number of coders, missing values allowed. Range (−∞, 1]; undefined (null) when no unit has two values or
/// all values are the same. Krippendorff (2011); interval by bootstrap of units after Hayes and Krippendorff (2007).
/// </summary>
public static class CoderAgreement
{
    /// <summary>From here on a field can be published on.</summary>
    public const double Reliable = 0.800;

    /// <summary>From here on conclusions are tentative; below, the definition needs work.</summary>
    public const double Tentative = 0.667;

    public const int Draws = 1000;

    private const int Seed = 20070401;

    /// <param name="units">The values each unit was given, missing ones left out; the order of coders does not matter.</param>
    public static double? Alpha(IReadOnlyCollection<IReadOnlyList<double>> units, AgreementMetric metric)
    {
        ArgumentNullException.ThrowIfNull(units);
        return Alpha(Coded(units), metric);
    }

    /// <summary>α and the middle 95% of 1,000 seeded draws of as many units; draws in which α is undefined are left out.</summary>
    public static AgreementEstimate Estimate(IReadOnlyCollection<IReadOnlyList<double>> units, AgreementMetric metric)
    {
        ArgumentNullException.ThrowIfNull(units);
        var coded = Coded(units);
        var random = new Random(Seed);
        var drawn = new List<double>(Draws);
        var sample = new IReadOnlyList<double>[coded.Length];
        for (var i = 0; i < Draws && coded.Length > 1; i++)
        {
            for (var u = 0; u < sample.Length; u++)
                sample[u] = coded[random.Next(coded.Length)];
            if (Alpha(sample, metric) is { } alpha)
                drawn.Add(alpha);
        }
        drawn.Sort();
        return new AgreementEstimate(Alpha(coded, metric), Percentile(drawn, 0.025), Percentile(drawn, 0.975), coded.Length);
    }

    private static IReadOnlyList<double>[] Coded(IReadOnlyCollection<IReadOnlyList<double>> units) => [.. units.Where(u => u.Count >= 2)];

    private static double? Alpha(IReadOnlyList<double>[] units, AgreementMetric metric)
    {
        var values = units.SelectMany(u => u).Distinct().Order().ToArray();
        if (values.Length < 2)
            return null;
        var index = values.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i);
        var totals = new double[values.Length];
        foreach (var value in units.SelectMany(u => u))
            totals[index[value]]++;
        var distance = Distances(values, totals, metric);
        var n = totals.Sum();
        // Every ordered pair within a unit counts 1/(m − 1), so that each value counts once.
        var observed = units.Sum(u => u.Sum(a => u.Sum(b => distance[index[a], index[b]])) / (u.Count - 1)) / n;
        var expected = 0.0;
        for (var c = 0; c < values.Length; c++)
        {
            for (var k = 0; k < values.Length; k++)
                expected += totals[c] * totals[k] * distance[c, k];
        }
        expected /= n * (n - 1);
        return expected == 0 ? null : 1 - (observed / expected);
    }

    private static double[,] Distances(double[] values, double[] totals, AgreementMetric metric)
    {
        var distances = new double[values.Length, values.Length];
        for (var c = 0; c < values.Length; c++)
        {
            var between = totals[c];
            for (var k = c + 1; k < values.Length; k++)
            {
                between += totals[k];
                var apart = metric switch
                {
                    AgreementMetric.Nominal => 1,
                    AgreementMetric.Ordinal => between - ((totals[c] + totals[k]) / 2),
                    AgreementMetric.Interval => values[k] - values[c],
                    _ => (values[k] - values[c]) / (values[k] + values[c]),
                };
                distances[c, k] = distances[k, c] = apart * apart;
            }
        }
        return distances;
    }

    /// <summary>Between neighbours in proportion.</summary>
    private static double? Percentile(List<double> sorted, double share)
    {
        if (sorted.Count == 0)
            return null;
        var at = share * (sorted.Count - 1);
        var below = (int)at;
        return sorted[below] + ((at - below) * (sorted[Math.Min(below + 1, sorted.Count - 1)] - sorted[below]));
    }
}
