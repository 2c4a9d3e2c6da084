using System.Globalization;

namespace Stance.ViewStates;

/// <summary>Dates as people type them: "24 Jul 2022", "24 July 2022", "2022-07-24", "24.7.2022", "Jul 2022", "2022". Never read by culture.</summary>
public static class DateInput
{
    private static readonly string[] DayPatterns = ["d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "yyyy-M-d", "d.M.yyyy"];
    private static readonly string[] MonthPatterns = ["MMM yyyy", "MMMM yyyy", "yyyy-M", "M.yyyy"];

    /// <summary>The first day meant, or null when it cannot be read as one.</summary>
    public static DateOnly? First(string? typed) => Read(typed)?.First;

    /// <summary>The last day meant: of a month or a year its last.</summary>
    public static DateOnly? Last(string? typed) => Read(typed)?.Last;

    private static (DateOnly First, DateOnly Last)? Read(string? typed)
    {
        var text = string.Join(' ', (typed ?? "").Replace(",", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (TryRead(text, DayPatterns, out var day))
            return (day, day);
        if (TryRead(text, MonthPatterns, out var month))
            return (month, month.AddMonths(1).AddDays(-1));
        if (TryRead(text, ["yyyy"], out var year))
            return (year, year.AddYears(1).AddDays(-1));
        return null;
    }

    private static bool TryRead(string text, string[] patterns, out DateOnly day) =>
        DateOnly.TryParseExact(text, patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1800 and <= 2199;
}
