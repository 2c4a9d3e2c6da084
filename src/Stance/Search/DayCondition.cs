using System.Globalization;
using Stance.Codebook;
using Stance.Wording;

namespace Stance.Search;

/// <summary>A day between two ends, both included; a month or a year stands for all its days.</summary>
public sealed record DayCondition : AttributeCondition
{
    private DayCondition(SearchField field, string words, string printed, DateOnly from, DateOnly to)
        : base(field, TypesOf(field, d => d.Kind == AttributeKind.Date), words, printed) => (From, To) = (from, to);

    public DateOnly From { get; }

    public DateOnly To { get; }

    internal static (AttributeCondition?, string?) Of(SearchField field, string sign, string value)
    {
        var ends = value.Split("..", 2);
        if (Span(ends[0]) is not { } first || Span(ends[^1]) is not { } last)
            return (null, $"“{field.Key}” is a day: {field.Example}.");
        if (ends.Length == 2 && (sign is not ("=" or ":") || first.From > last.To))
            return (null, $"“{field.Key}” takes two days in order of time: {field.Key} = 2022-01-01..2022-03-31.");
        var (words, from, to) = sign switch
        {
            ">" => ($"after {Say(first.To)}", first.To == DateOnly.MaxValue ? first.To : first.To.AddDays(1), DateOnly.MaxValue),
            ">=" => ($"from {Say(first.From)} on", first.From, DateOnly.MaxValue),
            "<" => ($"before {Say(first.From)}", DateOnly.MinValue, first.From == DateOnly.MinValue ? first.From : first.From.AddDays(-1)),
            "<=" => ($"up to {Say(first.To)}", DateOnly.MinValue, first.To),
            _ when first.From == last.To => ($"on {Say(first.From)}", first.From, last.To),
            _ => ($"from {Say(first.From)} to {Say(last.To)}", first.From, last.To),
        };
        return (new DayCondition(field, $"with {Name(field)} {words}", $"{field.Key} {(sign == ":" ? "=" : sign)} {value}", from, to), null);
    }

    private static (DateOnly From, DateOnly To)? Span(string text)
    {
        if (Day(text, "yyyy-MM-dd") is { } day)
            return (day, day);
        if (Day(text, "yyyy-MM") is { } month)
            return (month, month.AddDays(DateTime.DaysInMonth(month.Year, month.Month) - 1));
        return Day(text, "yyyy") is { } year ? (year, new DateOnly(year.Year, 12, 31)) : null;
    }

    private static DateOnly? Day(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1800 and <= 2200 ? day : null;

    private static string Say(DateOnly day) => DateWords.LongDay(day);
}
