using System.Globalization;
using Stance.ViewStates;

namespace Stance.Wording;

/// <summary>Dates in words, day month year, never more exactly than known. ISO stands only in files and addresses.</summary>
public static class DateWords
{
    /// <summary>An interval up to this long names both ends; a longer one only its end, "by 24 Jul".</summary>
    private const int ShortInterval = 45;

    /// <summary>"17 Jun 2022", or "17 Jun" in a place that names the year already.</summary>
    public static string Day(DateOnly day, int? saidYear = null) => Format(day, day.Year == saidYear ? "d MMM" : "d MMM yyyy");

    /// <summary>"Jan 2022", over a column.</summary>
    public static string MonthHead(DateOnly day) => Format(day, "MMM yyyy");

    /// <summary>"17 June 2022", or "17 June".</summary>
    public static string LongDay(DateOnly day, int? saidYear = null) => Format(day, day.Year == saidYear ? "d MMMM" : "d MMMM yyyy");

    /// <summary>"1 Jan – 24 Jul 2022", "1 Nov 2021 – 24 Jul 2022", "24 Jul 2022".</summary>
    public static string Span(Period period) => Span(period, Day);

    /// <summary>"1 January – 24 July 2022".</summary>
    public static string LongSpan(Period period) => Span(period, LongDay);

    /// <summary>For lists: "17 Jun", "Jun 2022", "by 24 Jul", "from 24 Feb", "between 14 and 20 Mar", "week of 14 Mar".</summary>
    /// <param name="precision">day, week, month, interval, start or before.</param>
    /// <param name="saidYear">The year the place names already; months keep theirs, a bare "Jun" reads as a cut-off word.</param>
    public static string When(DateOnly from, DateOnly to, string precision, int? saidYear = null) => precision switch
    {
        "month" => Format(from, "MMM yyyy"),
        "week" => $"week of {Day(from, saidYear)}",
        "start" => $"from {Day(from, saidYear)}",
        "interval" when IsShort(from, to) => Between(from, to, saidYear, Day),
        "interval" or "before" => $"by {Day(to, saidYear)}",
        _ => Day(from, saidYear),
    };

    /// <summary>For sentences: "17 June 2022", "June 2022", "between 24 February and 24 July 2022", "from 24 February 2022 on".</summary>
    public static string LongWhen(DateOnly from, DateOnly to, string precision) => precision switch
    {
        "month" => Format(from, "MMMM yyyy"),
        "week" => $"the week of {LongDay(from)}",
        "start" => $"from {LongDay(from)} on",
        "interval" => Between(from, to, null, LongDay),
        "before" => $"by {LongDay(to)}",
        _ => LongDay(from),
    };

    /// <summary>"24 July 2022, 10:05 UTC".</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"fade by half in 180 days", "never fade".</summary>
    public static string Fading(HalfLife halfLife) =>
        halfLife.Days is { } days ? $"fade by half in {NumberWords.Count(days, "day")}" : "never fade";

    private static bool IsShort(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber <= ShortInterval;

    private static string Between(DateOnly from, DateOnly to, int? saidYear, Func<DateOnly, int?, string> print) =>
        from == to ? print(from, saidYear)
        : from.Year == to.Year && from.Month == to.Month ? $"between {from.Day} and {print(to, saidYear)}"
        : $"between {print(from, saidYear ?? to.Year)} and {print(to, saidYear)}";

    private static string Span(Period period, Func<DateOnly, int?, string> print) =>
        period.From == period.To ? print(period.From, null) : $"{print(period.From, period.To.Year)} – {print(period.To, null)}";

    private static string Format(DateOnly day, string pattern) => day.ToString(pattern, CultureInfo.InvariantCulture);
}
