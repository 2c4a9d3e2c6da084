using System.Globalization;

namespace Stance.Events;

/// <summary>Dates as people type them and as files hold them; read the same in every culture.</summary>
public static class DateText
{
    private static readonly string[] DayFormats =
        ["yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "d.M.yyyy"];

    private static readonly string[] MonthFormats = ["yyyy-MM", "MMMM yyyy", "MMM yyyy"];

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"14 March 2022".</summary>
    public static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static bool TryParseIso(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>A month in a file: "2022-01", as its first day.</summary>
    public static bool TryParseIsoMonth(string? text, out DateOnly firstDay) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out firstDay);

    /// <summary>What a person typed, as a file would hold it: "14 March 2022" gives "2022-03-14", "March 2022" gives "2022-03". Anything else stays as typed.</summary>
    public static string? ToIso(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        const DateTimeStyles styles = DateTimeStyles.AllowWhiteSpaces;
        if (DateOnly.TryParseExact(typed, DayFormats, CultureInfo.InvariantCulture, styles, out var day))
            return Iso(day);
        return DateOnly.TryParseExact(typed, MonthFormats, CultureInfo.InvariantCulture, styles, out var month)
            ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : typed;
    }
}
