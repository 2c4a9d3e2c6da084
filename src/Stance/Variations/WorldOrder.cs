namespace Stance.Variations;

/// <summary>Whether the order of all countries with acts holds: Spearman's ρ of their levels on the last day.</summary>
/// <param name="Rank">Null = fewer than two countries, or all level.</param>
public sealed record WorldOrder(double? Rank, int Countries)
{
    /// <param name="before">Levels of the countries, in one order with <paramref name="after"/>.</param>
    public static WorldOrder Of(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new WorldOrder(RankCorrelation.Spearman(before, after), before.Count);
    }
}
