using System.Runtime.InteropServices;
using Stance.Acts;
using Stance.Countries;

namespace Stance.Data.Acts;

/// <summary>Gathers rows as they arrive and gives types, codebooks, sets of collections and of sources small numbers.</summary>
internal sealed class ActColumnsBuilder
{
    private readonly Dictionary<(string Country, Guid Id), string[]> collections;
    private readonly ActSources sources;
    private readonly Dictionary<(string Axis, string Country), List<ActRow>> rows = [];
    private readonly NumberedNames types = new();
    private readonly NumberedNames codebooks = new();
    private readonly NumberedNames sets = new();
    private readonly List<IReadOnlySet<string>> collectionSets = [];

    /// <param name="sources">Opened over the sets of <paramref name="known"/>.</param>
    /// <param name="known">Columns whose numbers for types, sets and codebooks must stay as they are.</param>
    public ActColumnsBuilder(Dictionary<(string Country, Guid Id), string[]> collections, ActSources sources, ActColumns? known = null)
    {
        (this.collections, this.sources) = (collections, sources);
        foreach (var type in known?.Types ?? [])
            types.NumberOf(type);
        foreach (var codebook in known?.Codebooks ?? [])
            codebooks.NumberOf(codebook);
        foreach (var set in known?.CollectionSets ?? [new HashSet<string>()])
            NumberOf([.. set.Order(StringComparer.Ordinal)]);
    }

    public void Add(
        string country, string axis, Guid id, bool isVote, DateOnly day, double score, double weight, string type, bool isDeed,
        DateTime knownFrom, DateTime? knownTo, string codebook, float expectation, short evidence)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, (axis, country), out _);
        list ??= [];
        var set = collections.TryGetValue((country, id), out var codes) ? NumberOf(codes) : (ushort)0;
        var (from, to) = (knownFrom.Ticks, knownTo?.Ticks ?? long.MaxValue);
        list.Add(new ActRow(
            day.DayNumber, score, weight, types.NumberOf(type), isDeed, from, to, set, id, isVote,
            codebooks.NumberOf(codebook), expectation, (byte)evidence, isVote ? sources.OfVotes : sources.NumberOf(id, from, to)));
    }

    public ActColumns Build(long changeNo) => new(Series(), types.Names, collectionSets, codebooks.Names, sources.Sets, changeNo);

    public ActColumns BuildInto(ActColumns columns, IReadOnlySet<CountryCode> changed, long changeNo) =>
        columns.With(changed, Series(), types.Names, collectionSets, codebooks.Names, sources.Sets, changeNo);

    private Dictionary<(string, CountryCode), ActSeries> Series() =>
        rows.ToDictionary(r => (r.Key.Axis, new CountryCode(r.Key.Country)), r => new ActSeries(r.Value));

    private ushort NumberOf(string[] codes)
    {
        var number = sets.NumberOf(string.Join('\n', codes));
        if (number == collectionSets.Count)
            collectionSets.Add(codes.ToHashSet());
        return number;
    }
}
