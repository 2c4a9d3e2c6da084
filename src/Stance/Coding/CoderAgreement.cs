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
        var (coded, values) = Indexed(units);
        return Alpha(coded, values, metric);
    }

    /// <summary>α and the middle 95% of 1,000 seeded draws of as many units; draws in which α is undefined are left out.</summary>
    public static AgreementEstimate Estimate(IReadOnlyCollection<IReadOnlyList<double>> units, AgreementMetric metric)
    {
        ArgumentNullException.ThrowIfNull(units);
        var (coded, values) = Indexed(units);
        var random = new Random(Seed);
        var drawn = new List<double>(Draws);
        var sample = new int[coded.Length][];
        for (var i = 0; i < Draws && coded.Length > 1; i++)
        {
            for (var u = 0; u < sample.Length; u++)
                sample[u] = coded[random.Next(coded.Length)];
            if (Alpha(sample, values, metric) is { } alpha)
                drawn.Add(alpha);
        }
        drawn.Sort();
        return new AgreementEstimate(Alpha(coded, values, metric), Percentile(drawn, 0.025), Percentile(drawn, 0.975), coded.Length);
    }

    /// <summary>The units two coders or more valued, each value by its place among all values in order of size.</summary>
    private static (int[][] Units, double[] Values) Indexed(IReadOnlyCollection<IReadOnlyList<double>> units)
    {
        var coded = units.Where(u => u.Count >= 2).ToArray();
        double[] values = [.. coded.SelectMany(u => u).Distinct().Order()];
        return ([.. coded.Select(u => u.Select(v => Array.BinarySearch(values, v)).ToArray())], values);
    }

    private static double? Alpha(int[][] units, double[] values, AgreementMetric metric)
    {
        var totals = new double[values.Length];
        foreach (var unit in units)
        {
            foreach (var value in unit)
                totals[value]++;
        }
        if (totals.Count(t => t > 0) < 2)
            return null;
        var n = totals.Sum();
        var places = metric == AgreementMetric.Ordinal ? MiddleRanks(totals) : values;
        double Apart(int a, int b) => metric switch
        {
            AgreementMetric.Nominal => a == b ? 0 : 1,
            AgreementMetric.Ratio => Square((places[a] - places[b]) / (places[a] + places[b])),
            _ => Square(places[a] - places[b]),
        };
        var observed = 0.0;
        foreach (var unit in units)
        {
            var apart = 0.0;
            for (var i = 1; i < unit.Length; i++)
            {
                for (var j = 0; j < i; j++)
                    apart += unit[i] == unit[j] ? 0 : Apart(unit[i], unit[j]);
            }
            // Every pair within a unit counts 2/(m − 1), so that each value counts once.
            observed += 2 * apart / (unit.Length - 1);
        }
        return 1 - (observed * (n - 1) / Expected(totals, places, n, metric, Apart));
    }

    /// <summary>n(n − 1)·D_e = Σ n_c n_k δ²_ck; where δ is a difference of places, 2n·Σ n_c (x_c − x̄)².</summary>
    private static double Expected(double[] totals, double[] places, double n, AgreementMetric metric, Func<int, int, double> apart)
    {
        if (metric == AgreementMetric.Nominal)
            return (n * n) - totals.Sum(t => t * t);
        var sum = 0.0;
        if (metric == AgreementMetric.Ratio)
        {
            for (var c = 0; c < totals.Length; c++)
            {
                for (var k = 0; k < c; k++)
                    sum += 2 * totals[c] * totals[k] * apart(c, k);
            }
            return sum;
        }
        var mean = totals.Zip(places, (t, x) => t * x).Sum() / n;
        for (var c = 0; c < totals.Length; c++)
            sum += totals[c] * Square(places[c] - mean);
        return 2 * n * sum;
    }

    /// <summary>Σ n_g from c to k less half of both ends is the difference of the ranks in the middle of c and of k.</summary>
    private static double[] MiddleRanks(double[] totals)
    {
        var ranks = new double[totals.Length];
        var below = 0.0;
        for (var c = 0; c < totals.Length; c++)
        {
            ranks[c] = below + (totals[c] / 2);
            below += totals[c];
        }
        return ranks;
    }

    private static double Square(double x) => x * x;

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
