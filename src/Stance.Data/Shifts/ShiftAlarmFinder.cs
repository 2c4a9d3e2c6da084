using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Shifts;
using Stance.ViewStates;

namespace Stance.Data.Shifts;

/// <summary>Looks for shifts in the acts in memory: every axis, all published acts, the default half-life.</summary>
public sealed class ShiftAlarmFinder(ActFeed feed, TimeProvider clock)
{
    /// <param name="countries">Null = all.</param>
    public IReadOnlyList<RaisedAlarm> Find(IReadOnlySet<CountryCode>? countries = null)
    {
        var snapshot = feed.Snapshot;
        var now = clock.GetUtcNow();
        return [.. from axis in snapshot.Register.Axes.Keys
                   from country in snapshot.Columns.CountriesOn(axis)
                   where countries?.Contains(country) != false
                   from alarm in Of(snapshot, axis, country, now)
                   select alarm];
    }

    private static IEnumerable<RaisedAlarm> Of(ActSnapshot snapshot, string axis, CountryCode country, DateTimeOffset now)
    {
        var acts = snapshot.Columns.Slice(new ViewState { Axis = axis }, country);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var alarms = new ShiftWatch(
            acts.Evidence, today, HalfLife.Default, snapshot.Register.Prior(axis, country).On(today), snapshot.Register.Codebook.Sigma).Alarms();
        return alarms.Select(alarm => new RaisedAlarm(
            country, axis, alarm,
            [.. ShiftReader.Leading(snapshot.Columns, acts, country, alarm.Since, alarm.Sunday, alarm.Before, alarm.Direction).Select(a => a.Id)],
            now));
    }
}
