namespace Stance.Acts;

/// <summary>A source that tells of an act, and the ticks (UTC) between which that was known; the widest span = as long as the act's version.</summary>
public readonly record struct KnownSource(Guid Source, long KnownFrom = long.MinValue, long KnownTo = long.MaxValue);

/// <summary>The sources an act's version rests on. An act that no source is on file for has none.</summary>
public sealed record SourceSet(IReadOnlyList<KnownSource> Sources)
{
    public static SourceSet None { get; } = new([]);

    public IEnumerable<Guid> At(long knownAt) => Sources.Where(s => IsKnown(s, knownAt)).Select(s => s.Source).Distinct();

    /// <summary>Whether nothing but these sources tells of the act.</summary>
    public bool RestsOnlyOn(IReadOnlyCollection<Guid> sources, long knownAt)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var isKnown = false;
        foreach (var source in At(knownAt))
        {
            if (!sources.Contains(source))
                return false;
            isKnown = true;
        }
        return isKnown;
    }

    private static bool IsKnown(KnownSource source, long knownAt) => source.KnownFrom <= knownAt && knownAt < source.KnownTo;
}
