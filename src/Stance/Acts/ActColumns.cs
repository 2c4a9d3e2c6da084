using System.Collections.Frozen;
using Stance.Countries;
using Stance.Explanation;
using Stance.ViewStates;

namespace Stance.Acts;

/// <summary>
/// All acts in memory, as columns for each axis and country: an immutable picture of the stream at one change number.
/// Replaced as a whole when acts change; readers never lock.
/// </summary>
public sealed class ActColumns
{
    private readonly FrozenDictionary<(string Axis, CountryCode Country), ActSeries> series;

    public ActColumns(
        IReadOnlyDictionary<(string Axis, CountryCode Country), ActSeries> series,
        IReadOnlyList<string> types,
        IReadOnlyList<IReadOnlySet<string>> collectionSets,
        IReadOnlyList<string> codebooks,
        IReadOnlyList<SourceSet> sourceSets,
        long changeNo)
    {
        this.series = series.ToFrozenDictionary();
        Types = types;
        CollectionSets = collectionSets;
        Codebooks = codebooks;
        SourceSets = sourceSets;
        ChangeNo = changeNo;
    }

    /// <summary>Type codes; an act's <see cref="ActRow.Type"/> points into it.</summary>
    public IReadOnlyList<string> Types { get; }

    public IReadOnlyList<IReadOnlySet<string>> CollectionSets { get; }

    /// <summary>Versions of the codebook that scored an act; <see cref="ActRow.Codebook"/> points into it.</summary>
    public IReadOnlyList<string> Codebooks { get; }

    public IReadOnlyList<SourceSet> SourceSets { get; }

    public long ChangeNo { get; }

    public ActSeries Of(string axis, CountryCode country) => series.GetValueOrDefault((axis, country), ActSeries.Empty);

    public IEnumerable<CountryCode> CountriesOn(string axis) => series.Keys.Where(k => k.Axis == axis).Select(k => k.Country);

    /// <summary>The same columns with every series of the given countries replaced.</summary>
    public ActColumns With(
        IReadOnlySet<CountryCode> changed,
        IReadOnlyDictionary<(string Axis, CountryCode Country), ActSeries> fresh,
        IReadOnlyList<string> types,
        IReadOnlyList<IReadOnlySet<string>> collectionSets,
        IReadOnlyList<string> codebooks,
        IReadOnlyList<SourceSet> sourceSets,
        long changeNo) => new(
            series.Where(s => !changed.Contains(s.Key.Country)).Concat(fresh).ToDictionary(s => s.Key, s => s.Value),
            types, collectionSets, codebooks, sourceSets, changeNo);

    /// <summary>The acts of a country that a view asks for, ready for the index, whatever they rest on. Only what a filter keeps is copied.</summary>
    public ActSelection Slice(ViewState view, CountryCode country) => Slice(view, country, UncountedSources.None);

    /// <summary>The same, without what rests on uncounted sources alone.</summary>
    public ActSelection Slice(ViewState view, CountryCode country, UncountedSources uncounted)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(uncounted);
        return ActSelection.From(Of(view.Axis, country), ActFilter.For(view, this, uncounted));
    }

    /// <summary>An act on an axis as known then; null when it is silent there or not known.</summary>
    /// <param name="day">The day used in the sum.</param>
    public ActRow? Find(string axis, CountryCode country, Guid act, DateOnly day, AsOf asOf)
    {
        var (acts, at) = (Of(axis, country), asOf.KnownAt);
        var i = Array.BinarySearch(acts.Days, day.DayNumber);
        while (i > 0 && acts.Days[i - 1] == day.DayNumber)
            i--;
        for (; i >= 0 && i < acts.Count && acts.Days[i] == day.DayNumber; i++)
        {
            if (acts.Ids[i] == act && acts.KnownFrom[i] <= at && at < acts.KnownTo[i])
                return acts[i];
        }
        return null;
    }

    /// <summary>Every version of the acts a view asks for, whenever it was known; of one that rested on uncounted sources alone at times, the stretches at which it counted.</summary>
    public IReadOnlyList<KnownVersion> Versions(ViewState view, CountryCode country, UncountedSources uncounted)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(uncounted);
        var (acts, filter) = (Of(view.Axis, country), ActFilter.For(view, this, uncounted));
        return [.. Enumerable.Range(0, acts.Count).Where(i => filter.KeepsVersion(acts, i)).Select(i => acts[i])
            .SelectMany(act => Counted(act, uncounted).Select(known => new KnownVersion(act.Day, act.Score, act.Weight, known.From, known.To)))];
    }

    private IEnumerable<(long From, long To)> Counted(ActRow act, UncountedSources uncounted)
    {
        var sources = SourceSets[act.SourceSet];
        var from = act.KnownFrom;
        foreach (var to in uncounted.Changes(sources, act.KnownFrom, act.KnownTo).Append(act.KnownTo))
        {
            if (!sources.RestsOnlyOn(uncounted.At(from), from))
                yield return (from, to);
            from = to;
        }
    }
}
