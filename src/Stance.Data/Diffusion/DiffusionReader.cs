using Stance.Acts;
using Stance.Coverage;
using Stance.Data.Acts;
using Stance.Data.Shifts;
using Stance.Diffusion;
using Stance.Shifts;
using Stance.ViewStates;

namespace Stance.Data.Diffusion;

/// <summary>Answers who moved first after a day, from the breaks of the countries of a view, or of all with acts on its axis. Only the names of acts cost a statement.</summary>
public sealed class DiffusionReader(ActFeed feed, ShiftReader shifts, ActNameReader names, TimeProvider clock)
{
    /// <summary>The order, with the acts that lead the breaks by name.</summary>
    public async Task<DiffusionReport> ReadAsync(ViewState view, Scope scope, CancellationToken cancel)
    {
        // Every country's breaks are a second's work: not on the thread that answers a person.
        var report = await Task.Run(() => Read(view, scope), cancel);
        var acts = report.Rows.SelectMany(r => Leading(r.After).Concat(Leading(r.Before)).Select(a => (r.Country.Code, a.Id))).ToList();
        return report with { Names = await names.ReadAsync(acts, scope, new KnownSpan(report.View.AsOf, report.View.AsOf), cancel) };

        static IEnumerable<LeadingAct> Leading(LaggedBreak? lagged) => lagged?.Found.Acts ?? [];
    }

    /// <exception cref="ArgumentException">The view names an axis that is not in the register.</exception>
    public DiffusionReport Read(ViewState view, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var snapshot = feed.Of(view).At(view.AsOf);
        var register = snapshot.Register;
        var asked = scope.Narrow(view);
        var isEvery = asked.Countries.Count + asked.Blocs.Count == 0;
        var period = asked.PeriodOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var trigger = register.TriggerOf(asked, period);
        var found = shifts.Read(isEvery && trigger is not null ? asked with { Countries = [.. snapshot.Columns.CountriesOn(asked.Axis)] } : asked, scope);
        return new DiffusionReport(
            asked, period, trigger, [.. register.TriggersAsOf(asked.AsOf).Where(t => t.From == trigger)], found.KnownAt, found.Axis, found.Codebook, isEvery,
            trigger is { } day ? ShiftOrder.Of(found.Countries, day, period, Watched) : [], found.ChangeNo);

        WatchedDays Watched(CountryShifts country) => register.Sweeps.Watched(country.Country.Code, period, asked.AsOf);
    }
}
