using Stance.ViewStates;

namespace Stance.Explanation;

/// <summary>The days of a triangle: ends of months (or of several, in a long period), and the last day looked at.</summary>
public static class RevisionCalendar
{
    private const int MostDays = 24;
    private const int MonthsAfter = 12;

    /// <summary>Event dates: month ends inside the period and its last day, none after <paramref name="limit"/>.</summary>
    public static IReadOnlyList<DateOnly> Days(Period period, DateOnly limit)
    {
        var to = period.To < limit ? period.To : limit;
        if (to < period.From)
            return [];
        var months = MonthsBetween(period.From, to) + 1;
        return [.. Ends(period.From, to, (months + MostDays - 1) / MostDays).Append(to).Distinct()];
    }

    /// <summary>
    /// Knowledge dates: the event dates, month ends for a year after the last of them, and what the view knows, which stands for
    /// everything learned later.
    /// </summary>
    public static IReadOnlyList<AsOf> Known(IReadOnlyList<DateOnly> days, DateOnly limit, AsOf last)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0)
            return [last];
        var step = days.Count < 2 ? 1 : Math.Max(1, MonthsBetween(days[0], days[1]));
        var after = Ends(days[^1].AddDays(1), days[^1].AddMonths(MonthsAfter * step), step);
        return [.. days.Concat(after).Where(day => day < limit).Select(AsOf.EndOf), last];
    }

    private static int MonthsBetween(DateOnly from, DateOnly to) => (12 * (to.Year - from.Year)) + to.Month - from.Month;

    private static IEnumerable<DateOnly> Ends(DateOnly from, DateOnly to, int step)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(step))
        {
            if (month.AddMonths(step).AddDays(-1) is var end && end <= to)
                yield return end;
        }
    }
}
