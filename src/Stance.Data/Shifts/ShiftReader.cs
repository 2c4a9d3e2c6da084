using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Shifts;
using Stance.ViewStates;

namespace Stance.Data.Shifts;

/// <summary>Answers when a country shifted, from the columns in memory: page, API and brief call this one class. No statement is sent.</summary>
public sealed class ShiftReader(ActFeed feed, TimeProvider clock)
{
    /// <exception cref="ArgumentException">The view names an axis that is not in the register.</exception>
    public ShiftReport Read(ViewState view, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var snapshot = feed.Of(view).At(view.AsOf);
        var register = snapshot.Register;
        var asked = scope.Narrow(view);
        var axis = register.Axes.GetValueOrDefault(asked.Axis)
            ?? throw new ArgumentException($"There is no axis \"{asked.Axis}\".", nameof(view));
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var period = asked.PeriodOn(today);
        return new ShiftReport(
            asked, period, asked.AsOf.Instant ?? now, axis, register.Codebook,
            [.. register.CountriesOf(asked, today)
                .Where(code => scope.Allows(code) && register.Countries.ContainsKey(code))
                .AsParallel().AsOrdered()
                .Select(code => Of(snapshot, asked, period, code))],
            snapshot.Columns.ChangeNo);
    }

    private static CountryShifts Of(ActSnapshot snapshot, ViewState asked, Period period, CountryCode code)
    {
        var acts = snapshot.Slice(asked, period.From, code);
        var weeks = WeeklyMeans.Of(acts.Evidence, period.To);
        return new CountryShifts(
            snapshot.Register.Countries[code], weeks,
            [.. ChangePoints.Find(weeks, SegmentRule.Default)
                .Where(p => p.To >= period.From && p.From <= period.To)
                .Select(p => new FoundBreak(p, Leading(snapshot.Columns, acts, code, p.Monday, p.LeadUntil, p.Before, p.Direction)))]);
    }

    internal static IReadOnlyList<LeadingAct> Leading(
        ActColumns columns, ActSelection acts, CountryCode code, DateOnly from, DateOnly to, double before, int direction) =>
        [.. LeadingActs.Of(acts.Evidence, from, to, before, direction)
            .Select(i => acts[i])
            .Select(act => new LeadingAct(
                new ActId(act.Id, act.IsVote ? code : null), DateOnly.FromDayNumber(act.Day), columns.Types[act.Type], act.Score, act.Weight))];
}
