using Stance.Coverage;
using Stance.Shifts;
using Stance.ViewStates;

namespace Stance.Diffusion;

/// <summary>
/// Who moved first after a trigger: each country's first shown break on or after it, by days. Countries of one lag share a rank, and
/// each rank is told with the ranks that the breaks' spans of days leave open.
/// </summary>
public static class ShiftOrder
{
    /// <summary>First those that shifted after the trigger, soonest first; then those that did before, nearest last; then the others by name.</summary>
    public static IReadOnlyList<CountryLag> Of(
        IEnumerable<CountryShifts> countries, DateOnly trigger, Period period, Func<CountryShifts, WatchedDays> watched)
    {
        ArgumentNullException.ThrowIfNull(countries);
        ArgumentNullException.ThrowIfNull(watched);
        var rows = countries.Select(c => Of(c, trigger, period, watched)).ToList();
        var after = rows.Select(r => r.After).OfType<LaggedBreak>().ToList();
        return [.. rows
            .Select(r => r.After is { } own ? r with { Rank = RankOf(own, after) } : r)
            .OrderBy(r => r.After is not null ? 0 : r.Before is not null ? 1 : 2)
            .ThenBy(r => r.After?.Days ?? r.Before?.Days)
            .ThenBy(r => r.Country.Name, StringComparer.Ordinal)];
    }

    /// <summary>A break on or after the trigger's week fits: enough weeks and weight on both sides of some week of the period.</summary>
    public static bool HasRoom(IReadOnlyList<WeekMean> weeks, DateOnly trigger, Period period, SegmentRule rule)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        var first = WeeklyMeans.MondayOf(trigger > period.From ? trigger : period.From);
        var (before, all) = (weeks.Take(rule.Weeks).Sum(w => w.Weight), weeks.Sum(w => w.Weight));
        for (var at = rule.Weeks; at <= weeks.Count - rule.Weeks; at++)
        {
            if (weeks[at].Monday >= first && before >= rule.Weight - 1e-9 && all - before >= rule.Weight - 1e-9)
                return true;
            before += weeks[at].Weight;
        }
        return false;
    }

    private static CountryLag Of(CountryShifts country, DateOnly trigger, Period period, Func<CountryShifts, WatchedDays> watched)
    {
        var breaks = country.Breaks.Select(b => LaggedBreak.Of(b, trigger)).OrderBy(b => b.Days).ToList();
        var after = breaks.Find(b => b.IsAfter);
        NoShift? reason = after is not null ? null
            : HasRoom(country.Means, trigger, period, SegmentRule.Default) ? NoShift.NoneFound
            : watched(country).IsNone ? NoShift.NotLooked
            : NoShift.TooLittle;
        return new CountryLag(country, after, breaks.FindLast(b => !b.IsAfter), reason, null);
    }

    private static ShiftRank RankOf(LaggedBreak own, List<LaggedBreak> all) => new(
        1 + all.Count(b => b.Days < own.Days), 1 + all.Count(b => b.To < own.From), all.Count - all.Count(b => b.From > own.To));
}
