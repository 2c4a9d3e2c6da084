using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Explanation;
using Stance.ViewStates;

namespace Stance.Data.Explanation;

/// <summary>Answers how the line of a country was revised. Every version of its acts is in memory; no statement is sent.</summary>
public sealed class RevisionReader(ActFeed feed, TimeProvider clock)
{
    /// <exception cref="ArgumentException">The country may not be seen or is not in the register, or the axis is not.</exception>
    public RevisionReport Read(ViewState view, Scope scope, CountryCode country)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var snapshot = feed.Of(view);
        var asked = scope.Narrow(view);
        var axis = snapshot.Register.Axes.GetValueOrDefault(asked.Axis)
            ?? throw new ArgumentException($"There is no axis \"{asked.Axis}\".", nameof(view));
        if (!scope.Allows(country) || !snapshot.Register.Countries.TryGetValue(country, out var named))
            throw new ArgumentException("The country may not be seen here.", nameof(country));
        var limit = DateOnly.FromDateTime((asked.AsOf.Instant ?? clock.GetUtcNow()).UtcDateTime);
        var period = asked.PeriodOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var days = RevisionCalendar.Days(period, limit);
        var triangle = RevisionTriangle.Of(
            snapshot.Columns.Versions(asked, country, UncountedSources.Of(asked, period.From, snapshot.Register)),
            Numbers,
            days, RevisionCalendar.Known(days, limit, asked.AsOf));
        return new RevisionReport(asked, named, axis, triangle, snapshot.Columns.ChangeNo);

        KnownNumbers Numbers(AsOf known)
        {
            var then = snapshot.At(known);
            return new KnownNumbers(then.Register.Prior(asked.Axis, country), then.Parameters(asked.HalfLife));
        }
    }
}
