using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Variations;
using Stance.ViewStates;

namespace Stance.Data.Variations;

/// <summary>Answers how firm a country's move over a view's period is. Everything comes from the columns in memory; no statement is sent.</summary>
public sealed class RobustnessReader(ActFeed feed, TimeProvider clock)
{
    /// <returns>Null when the country lies outside the scope or no act is in view.</returns>
    public async Task<RobustnessReport?> ReadAsync(ViewState view, CountryCode country, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var asked = scope.Narrow(view);
        var period = asked.PeriodOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var snapshot = feed.Of(view).At(view.AsOf);
        var acts = snapshot.Slice(asked, period.From, country);
        var rows = Enumerable.Range(0, acts.Count).Select(i => acts[i]).Where(a => a.Day <= period.To.DayNumber).ToList();
        if (!scope.Allows(country) || rows.Count == 0)
            return null;
        var move = Case(snapshot, asked, country, period, rows);
        var knownAt = asked.AsOf.KnownAt;
        var names = snapshot.Columns.SourceSets.Select(set => (IReadOnlySet<string>)set.At(knownAt).Select(snapshot.Register.SourceNameOf).ToHashSet()).ToList();
        return new RobustnessReport(
            period,
            await Task.Run(() => Robustness.Of(move), cancel),
            LeaveOneSourceOut.Of(move, [.. rows.Select(a => names[a.SourceSet])]));
    }

    private static MoveCase Case(ActSnapshot snapshot, ViewState asked, CountryCode country, Period period, IReadOnlyList<ActRow> rows)
    {
        var kinds = rows.Select(a => a.Type).Distinct().Order().ToList();
        var numbers = kinds.Index().ToDictionary(k => k.Item, k => k.Index);
        var prior = snapshot.Register.Prior(asked.Axis, country);
        return new MoveCase(
            [.. rows.Select(a => new MoveAct(a.Day, a.Score, a.Weight, numbers[a.Type]))], kinds.Count, period.From, period.To,
            prior.On(period.From), prior.On(period.To), snapshot.Parameters(asked.HalfLife));
    }
}
