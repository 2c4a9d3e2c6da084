using System.Runtime.InteropServices;
using Stance.Acts;
using Stance.ViewStates;

namespace Stance.Data.Acts;

/// <summary>
/// Gathers which sources tell of each act and gives every set of them a small number. A claim known as long as the act's version says so
/// by the widest span, so that nearly all acts of one source share one set; a claim that came or went in between keeps its days.
/// </summary>
internal sealed class ActSources
{
    private const int None = -1;

    private readonly Dictionary<Guid, int> latest = [];
    private readonly List<(KnownSource Claim, int Earlier)> claims = [];
    private readonly Dictionary<Guid, int> alone = [];
    private readonly Dictionary<string, int> several = [];
    private readonly List<SourceSet> sets = [];

    /// <param name="known">Sets whose numbers must stay as they are; null = only the two that always are.</param>
    public ActSources(IReadOnlyList<SourceSet>? known = null)
    {
        foreach (var set in known ?? [SourceSet.None, new SourceSet([new KnownSource(SourceName.VoteRecord)])])
            NumberOf([.. set.Sources]);
    }

    public IReadOnlyList<SourceSet> Sets => sets;

    /// <summary>The set of every vote.</summary>
    public int OfVotes => alone[SourceName.VoteRecord];

    public void Add(Guid act, Guid source, DateTime knownFrom, DateTime? knownTo)
    {
        ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(latest, act, out var told);
        claims.Add((new KnownSource(source, knownFrom.Ticks, knownTo?.Ticks ?? long.MaxValue), told ? at : None));
        at = claims.Count - 1;
    }

    /// <summary>The set of the version of an act that was known between these ticks.</summary>
    public int NumberOf(Guid act, long from, long to)
    {
        if (!latest.TryGetValue(act, out var at))
            return NumberOf([]);
        var found = new List<KnownSource>(1);
        for (; at != None; at = claims[at].Earlier)
        {
            var claim = claims[at].Claim;
            if (claim.KnownFrom < to && from < claim.KnownTo)
                found.Add(new KnownSource(claim.Source, claim.KnownFrom <= from ? long.MinValue : claim.KnownFrom, claim.KnownTo >= to ? long.MaxValue : claim.KnownTo));
        }
        return NumberOf(found);
    }

    private int NumberOf(List<KnownSource> sources)
    {
        if (sources is [{ KnownFrom: long.MinValue, KnownTo: long.MaxValue } only])
            return Number(alone, only.Source, sources);
        List<KnownSource> sorted = [.. sources.Distinct().OrderBy(s => s.Source).ThenBy(s => s.KnownFrom).ThenBy(s => s.KnownTo)];
        return sorted.Count == 1 && sources.Count > 1
            ? NumberOf(sorted)
            : Number(several, string.Join('\n', sorted.Select(s => $"{s.Source:n} {s.KnownFrom} {s.KnownTo}")), sorted);
    }

    private int Number<T>(Dictionary<T, int> numbers, T key, List<KnownSource> sources) where T : notnull
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var known);
        if (!known)
        {
            number = sets.Count;
            sets.Add(new SourceSet(sources));
        }
        return number;
    }
}
