using Stance.ViewStates;

namespace Stance.Acts;

/// <summary>A view's filters compiled against the columns' dictionaries, so that an act is tested by table look-ups.</summary>
internal sealed class ActFilter
{
    private readonly bool[] types;
    private readonly bool[] collectionSets;
    private readonly ActForm? form;
    private readonly long knownAt;
    private readonly bool[]? uncounted;

    private ActFilter(bool[] types, bool[] collectionSets, ActForm? form, long knownAt, bool[]? uncounted)
    {
        this.types = types;
        this.collectionSets = collectionSets;
        this.form = form;
        this.knownAt = knownAt;
        this.uncounted = uncounted;
    }

    public static ActFilter For(ViewState view, ActColumns columns, UncountedSources uncounted) => new(
        [.. columns.Types.Select(t => view.Families.Count == 0 || view.Families.Contains(t[..3]))],
        [.. columns.CollectionSets.Select(s => view.Collections.Count == 0 || s.Overlaps(view.Collections))],
        view.Form,
        view.AsOf.KnownAt,
        uncounted.At(view.AsOf.KnownAt) is { Count: > 0 } sources ? [.. columns.SourceSets.Select(s => s.RestsOnlyOn(sources, view.AsOf.KnownAt))] : null);

    public bool Keeps(ActSeries acts, int i) =>
        acts.KnownFrom[i] <= knownAt && knownAt < acts.KnownTo[i] && KeepsVersion(acts, i) && uncounted?[acts.SourceSets[i]] != true;

    /// <summary>The same, whenever the version was known and whatever it rests on.</summary>
    public bool KeepsVersion(ActSeries acts, int i) =>
        types[acts.Types[i]]
        && collectionSets[acts.CollectionSets[i]]
        && (form is null || (form == ActForm.Deeds) == acts.Deeds[i]);
}
