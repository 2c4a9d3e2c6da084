using Stance.Countries;
using Stance.Coverage;
using Stance.ViewStates;

namespace Stance.Acts;

/// <summary>A source that is new in a view.</summary>
/// <param name="Acts">Acts that stand in the lines and that it tells of, and no older source.</param>
public sealed record NewSource(SourceReading Reading, string Name, int Acts);

/// <summary>How sources bear on the lines of a view: which are new in them, which acts these alone tell of, and what does not count.</summary>
/// <param name="New">Those that bring acts, by the day their acts begin.</param>
/// <param name="OfNew">Acts that new sources alone tell of, whether they count or wait.</param>
/// <param name="Waiting">Acts of new sources that wait.</param>
/// <param name="LeftOut">Acts that sources left out alone tell of.</param>
public sealed record SourceBearing(IReadOnlyList<NewSource> New, IReadOnlySet<ActId> OfNew, int Waiting, int LeftOut)
{
    /// <summary>Where the line of one country would end, did its new sources wait; null where they do, where none is new, or where several lines are drawn.</summary>
    public double? LevelIfWaiting { get; init; }

    public static SourceBearing Nothing { get; } = new([], new HashSet<ActId>(), 0, 0);

    /// <param name="first">The first day of the lines; acts up to and with <paramref name="last"/> stand in them.</param>
    public static SourceBearing Of(ActSnapshot snapshot, ViewState view, DateOnly first, DateOnly last, IEnumerable<CountryCode> countries)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(countries);
        var knownAt = view.AsOf.KnownAt;
        var readings = snapshot.Register.Readings.NewIn(first, knownAt);
        if (readings.Count == 0 && view.Without.Count == 0)
            return Nothing;
        var (fresh, without) = (readings.Select(r => r.Source).ToHashSet(), view.Without.ToHashSet());
        var sets = snapshot.Columns.SourceSets.Select(set => new Bearing(
            set.RestsOnlyOn(fresh, knownAt), set.RestsOnlyOn(without, knownAt), set.RestsOnlyOn([.. fresh, .. without], knownAt))).ToList();
        var (ofNew, bySource, waiting, leftOut) = (new HashSet<ActId>(), new Dictionary<Guid, int>(), 0, 0);
        foreach (var country in countries)
        {
            var acts = snapshot.Columns.Slice(view, country);
            for (var i = 0; i < acts.Count && acts[i].Day <= last.DayNumber; i++)
            {
                var bearing = sets[acts[i].SourceSet];
                leftOut += bearing.IsLeftOut ? 1 : 0;
                waiting += view.NewSources == NewSources.Wait && bearing is { IsUncounted: true, IsLeftOut: false } ? 1 : 0;
                if (!bearing.IsOfNew || !ofNew.Add(new ActId(acts[i].Id, acts[i].IsVote ? country : null)))
                    continue;
                foreach (var source in snapshot.Columns.SourceSets[acts[i].SourceSet].At(knownAt))
                    bySource[source] = bySource.GetValueOrDefault(source) + 1;
            }
        }
        return new SourceBearing(
            [.. readings.Where(r => bySource.ContainsKey(r.Source)).Select(r => new NewSource(r, snapshot.Register.SourceNameOf(r.Source), bySource[r.Source]))],
            ofNew, waiting, leftOut);
    }

    /// <summary>What the acts of one set of sources rest on alone: new ones, ones left out, or nothing but both.</summary>
    private readonly record struct Bearing(bool IsOfNew, bool IsLeftOut, bool IsUncounted);
}
