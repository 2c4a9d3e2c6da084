using Stance.ViewStates;

namespace Stance.Alignment;

/// <summary>The lines of a report read at the end of each month (of each quarter beyond three years, of each year beyond twelve).</summary>
public sealed record PeriodLevels(IReadOnlyList<DateOnly> Days, int MonthsApart, IReadOnlyList<CountryLevels> Rows)
{
    private const int MostMonths = 36;
    private const int MostQuarters = 144;

    public static PeriodLevels Of(AlignmentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var apart = Apart(report.Period);
        var days = DaysOf(report.Period, apart).ToList();
        return new PeriodLevels(days, apart, [.. report.Countries
            .Select(c => new CountryLevels(c, [.. days.Select(c.Line.On)]))
            .OrderByDescending(r => r.Levels[^1].Index)
            .ThenBy(r => r.Country.Country.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Months up to three years, quarters up to twelve, then years.</summary>
    public static int Apart(Period period) => Months(period.From, period.To) switch
    {
        <= MostMonths => 1,
        <= MostQuarters => 3,
        _ => 12,
    };

    /// <summary>Ends of calendar months, quarters or years; the period's own end stands for a last one cut short.</summary>
    private static IEnumerable<DateOnly> DaysOf(Period period, int apart)
    {
        var month = new DateOnly(period.From.Year, ((period.From.Month - 1) / apart * apart) + 1, 1);
        for (var next = month.AddMonths(apart); next.AddDays(-1) < period.To; next = next.AddMonths(apart))
            yield return next.AddDays(-1);
        yield return period.To;
    }

    private static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
}

/// <summary>One country's row.</summary>
public sealed record CountryLevels(CountryAlignment Country, IReadOnlyList<AlignmentPoint> Levels);
