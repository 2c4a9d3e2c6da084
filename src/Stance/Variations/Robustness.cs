namespace Stance.Variations;

/// <summary>How a move fares when the codebook's numbers are varied.</summary>
/// <param name="Change">ΔI as it stands.</param>
/// <param name="SameSign">Draws whose ΔI has the same sign; <paramref name="SameSide"/> those whose level at the end has.</param>
/// <param name="Low">5th percentile of ΔI; <paramref name="High"/> the 95th.</param>
public sealed record MoveRobustness(double Change, double Level, int SameSign, int SameSide, int Draws, double Low, double High)
{
    public double Share => Draws == 0 ? 0 : (double)SameSign / Draws;
}

/// <summary>
/// M10: the base score of every kind of act × U(0.75, 1.25), h and k₀ × U(0.5, 2) on the log scale, independent, 1,000 seeded draws.
/// The same case gives the same answer. OECD/JRC Handbook on Constructing Composite Indicators (2008); Saltelli et al. (2008).
/// </summary>
public static class Robustness
{
    public const int Draws = 1000;

    private const int Seed = 20080901;

    public static MoveRobustness Of(MoveCase move)
    {
        ArgumentNullException.ThrowIfNull(move);
        var none = Variation.None(move.Kinds);
        var (change, level) = (move.Change(none), move.LevelAtEnd(none));
        var random = new Random(Seed);
        var changes = new double[Draws];
        var (sameSign, sameSide) = (0, 0);
        for (var i = 0; i < Draws; i++)
        {
            var variation = Draw(random, move.Kinds);
            changes[i] = move.Change(variation);
            sameSign += Math.Sign(changes[i]) == Math.Sign(change) ? 1 : 0;
            sameSide += Math.Sign(move.LevelAtEnd(variation)) == Math.Sign(level) ? 1 : 0;
        }
        Array.Sort(changes);
        return new MoveRobustness(change, level, sameSign, sameSide, Draws, Percentile(changes, 0.05), Percentile(changes, 0.95));
    }

    private static Variation Draw(Random random, int kinds)
    {
        var scores = new double[kinds];
        for (var k = 0; k < kinds; k++)
            scores[k] = 0.75 + (0.5 * random.NextDouble());
        return new Variation(scores, HalfToTwice(random), HalfToTwice(random));
    }

    private static double HalfToTwice(Random random) => Math.Pow(2, (2 * random.NextDouble()) - 1);

    /// <summary>Between neighbours in proportion.</summary>
    private static double Percentile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return sorted[below] + ((at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }
}
