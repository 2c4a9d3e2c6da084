using System.Globalization;
using System.Text.RegularExpressions;
using Stance.Events;

namespace Stance.Texts;

/// <summary>When something happened, as the words of a text say it.</summary>
/// <param name="From">Null where the text gives only the latest day, or none.</param>
/// <param name="To">Null where the text gives no day.</param>
/// <param name="CountedFrom">The words an interval was counted from: "six weeks later" than those.</param>
public sealed record DateMention(TextSpan Span, string Words, DateOnly? From, DateOnly? To, DatePrecision Precision, string? CountedFrom = null)
{
    public bool IsResolved => To is not null;

    /// <summary>What the form says at the date of words that give no day; null for those that do.</summary>
    public string? Sentence => IsResolved ? null : $"The passage says “{Words}”. Pin one that gives the day, or choose Between or By.";
}

/// <summary>
/// Finds dates in English news prose and resolves them against the day of publication, never more exactly than they are said: "early March" is
/// between 1 and 10 March, a month without a year is the last such month before publication, "Friday" the last Friday before it. What counts from
/// another date ("six weeks later") is counted from the nearest one before; what counts from nothing ("days later") is told as unresolved.
/// A rule-based normaliser after HeidelTime (Strötgen and Gertz 2013).
/// </summary>
public static partial class DateMentions
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] Counts = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private const string Month = @"(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)";

    private const string Day = @"(?<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?";

    private const string Year = @"(?:,?\s(?:of\s)?(?<year>(?:19|20)\d\d))?";

    private const string Number = @"(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    public static IReadOnlyList<DateMention> Find(string text, DateOnly published)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<DateMention>();
        foreach (var (pattern, read) in Rules)
        {
            foreach (Match match in pattern().Matches(text))
            {
                var span = new TextSpan(match.Index, match.Index + match.Length);
                if (!found.Exists(f => f.Span.Touches(span)) && read(match, published) is { } when)
                    found.Add(new DateMention(span, match.Value, when.From, when.To, when.Precision));
            }
        }
        found.Sort((a, b) => a.Span.From.CompareTo(b.Span.From));
        for (var i = 0; i < found.Count; i++)
            found[i] = Counted(found, i, published);
        return found;
    }

    private readonly record struct When(DateOnly? From, DateOnly? To, DatePrecision Precision);

    private static readonly (Func<Regex> Pattern, Func<Match, DateOnly, When?> Read)[] Rules =
    [
        (Iso, (m, _) => DateText.TryParseIso(m.Value, out var day) ? Exact(day) : null),
        (DayRange, (m, published) => Days(m, published)),
        (DayRangeAfterMonth, (m, published) => Days(m, published)),
        (DayThenMonth, (m, published) => OfDay(m, published)),
        (MonthThenDay, (m, published) => OfDay(m, published)),
        (PartOfMonth, (m, published) => Part(m, MonthOf(m, published))),
        (WholeMonth, (m, published) => OfMonth(m, published)),
        (StartOfYear, (m, published) => YearEdge(m, published)),
        (WholeYear, (m, published) => OfYear(int.Parse(m.Groups["year"].Value, CultureInfo.InvariantCulture), published)),
        (Relative, (m, published) => Spoken(m.Value.ToLowerInvariant(), published)),
        (Ago, (m, published) => Before(m, published)),
        (Weekday, (m, published) => OfWeekday(m, published)),
        (Later, (_, _) => new When(null, null, DatePrecision.Interval)),
        (Vague, (_, _) => new When(null, null, DatePrecision.Interval)),
    ];

    private static When Exact(DateOnly day) => new(day, day, DatePrecision.Day);

    private static When Between(DateOnly from, DateOnly to) => from == to ? Exact(to) : new(from, to, DatePrecision.Interval);

    private static When? OfDay(Match match, DateOnly published)
    {
        if (DayOf(match, "day", published) is not { } day)
            return null;
        return match.Groups["how"].Value.Trim().ToUpperInvariant() switch
        {
            "SINCE" or "FROM" => new When(day, day, DatePrecision.Start),
            "BY" or "UNTIL" => new When(null, day, DatePrecision.Before),
            "BEFORE" => new When(null, day.AddDays(-1), DatePrecision.Before),
            _ => Exact(day),
        };
    }

    private static When? Days(Match match, DateOnly published) =>
        DayOf(match, "day", published) is { } from && DayOf(match, "last", published) is { } to && from <= to ? Between(from, to) : null;

    private static DateOnly? DayOf(Match match, string group, DateOnly published)
    {
        var month = MonthNumber(match.Groups["month"].Value);
        var number = int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        if (match.Groups["year"].Success)
            return Valid(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), month, number);
        var thisYear = Valid(published.Year, month, number);
        return thisYear <= published ? thisYear : Valid(published.Year - 1, month, number);
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The first day of the month named; without a year the last such month that had begun by publication.</summary>
    private static DateOnly MonthOf(Match match, DateOnly published)
    {
        var month = MonthNumber(match.Groups["month"].Value);
        if (match.Groups["year"].Success)
            return new DateOnly(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), month, 1);
        return new DateOnly(month <= published.Month ? published.Year : published.Year - 1, month, 1);
    }

    private static When Part(Match match, DateOnly month) => match.Groups["part"].Value.ToUpperInvariant() switch
    {
        "EARLY" or "BEGINNING" or "START" => Between(month, month.AddDays(9)),
        "MID" or "MIDDLE" => Between(month.AddDays(10), month.AddDays(19)),
        _ => Between(month.AddDays(20), LastOf(month)),
    };

    private static When OfMonth(Match match, DateOnly published)
    {
        var month = MonthOf(match, published);
        return match.Groups["how"].Value.Trim().ToUpperInvariant() switch
        {
            "SINCE" or "FROM" => new When(month, month, DatePrecision.Start),
            "BY" or "UNTIL" => new When(null, LastOf(month), DatePrecision.Before),
            "BEFORE" => new When(null, month.AddDays(-1), DatePrecision.Before),
            _ => WholeMonthOf(month),
        };
    }

    private static When WholeMonthOf(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1), LastOf(day), DatePrecision.Month);

    private static When YearEdge(Match match, DateOnly published)
    {
        var year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture)
            : match.Value.Contains("last", StringComparison.OrdinalIgnoreCase) ? published.Year - 1 : published.Year;
        return match.Groups["edge"].Value.ToUpperInvariant() is "END" or "LATE"
            ? WholeMonthOf(new DateOnly(year < published.Year || published.Month == 12 ? year : year - 1, 12, 1))
            : WholeMonthOf(new DateOnly(year, 1, 1));
    }

    private static When OfYear(int year, DateOnly published)
    {
        var end = new DateOnly(year, 12, 31);
        return Between(new DateOnly(year, 1, 1), year == published.Year && published < end ? published : end);
    }

    private static When? Spoken(string words, DateOnly published)
    {
        var monday = published.AddDays(-(((int)published.DayOfWeek + 6) % 7));
        return words switch
        {
            "today" => Exact(published),
            "yesterday" => Exact(published.AddDays(-1)),
            "this week" or "earlier this week" => Between(monday, published),
            "last week" => new When(monday.AddDays(-7), monday.AddDays(-1), DatePrecision.Week),
            "this month" or "earlier this month" => Between(new DateOnly(published.Year, published.Month, 1), published),
            "last month" => WholeMonthOf(published.AddMonths(-1)),
            "this year" or "earlier this year" => OfYear(published.Year, published),
            "last year" => OfYear(published.Year - 1, published),
            _ => null,
        };
    }

    private static When? Before(Match match, DateOnly published)
    {
        var count = CountOf(match);
        return UnitOf(match) switch
        {
            "day" => Exact(published.AddDays(-count)),
            "week" => Between(published.AddDays((-7 * count) - 3), published.AddDays((-7 * count) + 3)),
            "month" => WholeMonthOf(published.AddMonths(-count)),
            _ => OfYear(published.Year - count, published),
        };
    }

    private static When OfWeekday(Match match, DateOnly published)
    {
        var wanted = Array.IndexOf(Weekdays, match.Groups["weekday"].Value.ToLowerInvariant());
        var back = ((int)published.DayOfWeek - wanted + 7) % 7;
        // "On Friday" may be the day of the paper itself; "last Friday" is not.
        if (back == 0 && match.Groups["last"].Success)
            back = 7;
        return Exact(published.AddDays(-back));
    }

    /// <summary>"Six weeks later" than the nearest date told before it; as wide as that one, and a week's or month's doubt of its own.</summary>
    private static DateMention Counted(List<DateMention> found, int at, DateOnly published)
    {
        var mention = found[at];
        if (mention.IsResolved || Later().Match(mention.Words) is not { Success: true } later || !later.Groups["count"].Success)
            return mention;
        if (found.Take(at).LastOrDefault(f => f is { From: not null, To: not null }) is not { From: { } from, To: { } to } anchor)
            return mention;
        var count = CountOf(later);
        var (first, last) = UnitOf(later) switch
        {
            "day" => (from.AddDays(count), to.AddDays(count)),
            "week" => (from.AddDays((7 * count) - 3), to.AddDays((7 * count) + 3)),
            "month" => (from.AddMonths(count).AddDays(-15), to.AddMonths(count).AddDays(15)),
            _ => (from.AddYears(count).AddDays(-180), to.AddYears(count).AddDays(180)),
        };
        last = last > published ? published : last;
        return first > last ? mention : mention with { From = first, To = last, Precision = first == last ? DatePrecision.Day : DatePrecision.Interval, CountedFrom = anchor.Words };
    }

    private static DateOnly LastOf(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static int MonthNumber(string name) => Array.FindIndex(Months, m => m.StartsWith(name.TrimEnd('.')[..3], StringComparison.OrdinalIgnoreCase)) + 1;

    private static int CountOf(Match match)
    {
        var count = match.Groups["count"].Value.ToLowerInvariant();
        return count is "a" or "an" ? 1
            : int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Array.IndexOf(Counts, count);
    }

    private static string UnitOf(Match match) => match.Groups["unit"].Value.ToLowerInvariant().TrimEnd('s');

    [GeneratedRegex(@"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b")]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b" + Day + @"(?:\s?[–-]\s?|\s(?:to|and)\s)(?<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\s(?:of\s)?" + Month + Year)]
    private static partial Regex DayRange();

    [GeneratedRegex(@"\b" + Month + @"\s" + Day + @"(?:\s?[–-]\s?|\s(?:to|and)\s)(?<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b" + Year)]
    private static partial Regex DayRangeAfterMonth();

    [GeneratedRegex(@"\b(?<how>(?:[Ss]ince|[Ff]rom|[Bb]y|[Uu]ntil|[Bb]efore)\s)?(?:the\s)?\b" + Day + @"\s(?:of\s)?" + Month + Year)]
    private static partial Regex DayThenMonth();

    [GeneratedRegex(@"\b(?<how>(?:[Ss]ince|[Ff]rom|[Bb]y|[Uu]ntil|[Bb]efore)\s)?\b" + Month + @"\s(?:the\s)?" + Day + @"(?!\d|,\d{3})" + Year)]
    private static partial Regex MonthThenDay();

    [GeneratedRegex(@"\b(?:the\s)?(?<part>[Ee]arly|[Mm]id|[Ll]ate|[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)(?:\s|-|\sof\s|\sin\s)" + Month + Year)]
    private static partial Regex PartOfMonth();

    // A bare May or March may be a verb: a month needs its preposition or its year.
    [GeneratedRegex(@"\b(?:(?<how>(?:[Ii]n|[Ll]ast|[Tt]his|[Dd]uring|[Ss]ince|[Ff]rom|[Bb]y|[Uu]ntil|[Bb]efore|[Tt]hroughout)\s)" + Month + Year + @"|" + Month + @",?\s(?<year>(?:19|20)\d\d))\b")]
    private static partial Regex WholeMonth();

    [GeneratedRegex(@"\b(?:[Aa]t\s)?(?:the\s)?(?<edge>[Ss]tart|[Bb]eginning|[Ee]nd)\sof\s(?:the\s(?:last\s)?year|this\syear|last\syear|(?<year>(?:19|20)\d\d))\b")]
    private static partial Regex StartOfYear();

    [GeneratedRegex(@"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout)\s(?<year>(?:19|20)\d\d)\b")]
    private static partial Regex WholeYear();

    [GeneratedRegex(@"\b(?:today|yesterday|(?:earlier\s)?this\s(?:week|month|year)|last\s(?:week|month|year))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b" + Number + @"\s(?<unit>days?|weeks?|months?|years?)\sago\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ago();

    [GeneratedRegex(@"\b(?:(?<last>[Ll]ast)\s|[Oo]n\s|[Ee]arlier\son\s)?(?<weekday>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b(?!’s|'s)")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?:(?:" + Number + @"|several|some|many|few|a\sfew)\s)?(?<unit>days?|weeks?|months?|years?)\s(?:later|after(?:ward|wards)?|earlier)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(?:the\s(?:next|following|previous|same)\s(?:day|week|month|year)|soon\safter|shortly\s(?:after|before)|recently|in\srecent\s(?:days|weeks|months|years)|earlier)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Vague();
}
