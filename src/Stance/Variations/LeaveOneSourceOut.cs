namespace Stance.Variations;

/// <summary>What a move would be without one source.</summary>
/// <param name="Acts">Acts that rest on this source alone.</param>
public sealed record SourceChange(string Source, int Acts, double Change);

/// <summary>
/// Would the move survive without one source? For each source ΔI without the acts that rest on it alone; an act that another source
/// also tells of stays. The range is that of the least and the greatest.
/// </summary>
public static class LeaveOneSourceOut
{
    /// <param name="sources">The sources of each act of the case, in its order; an act without any stays always.</param>
    /// <returns>From the least change to the greatest.</returns>
    public static IReadOnlyList<SourceChange> Of(MoveCase move, IReadOnlyList<IReadOnlySet<string>> sources)
    {
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(sources);
        var none = Variation.None(move.Kinds);
        return [.. sources.SelectMany(s => s).Distinct().Order(StringComparer.Ordinal).Select(source =>
        {
            List<MoveAct> kept = [.. move.Acts.Where((_, i) => !(sources[i].Count == 1 && sources[i].Contains(source)))];
            return new SourceChange(source, move.Acts.Count - kept.Count, (move with { Acts = kept }).Change(none));
        }).OrderBy(c => c.Change)];
    }
}
