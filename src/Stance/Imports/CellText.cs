using System.Globalization;
using Stance.Events;

namespace Stance.Imports;

/// <summary>Values as files hold them, read the same in every culture: nothing that could be meant two ways is guessed at.</summary>
public static class CellText
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy"];
    private static readonly string[] MonthFormats = ["yyyy-MM", "MMMM yyyy", "MMM yyyy"];
    private static readonly string[] SheetErrors = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];

    /// <summary>"14 March 2022" as "2022-03-14", "March 2022" as "2022-03"; null where it could be another day, or none.</summary>
    public static string? Date(string text)
    {
        if (DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day))
            return DateText.Iso(day);
        return DateOnly.TryParseExact(text, MonthFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var month)
            ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : null;
    }

    public const string DateAdvice = "Write the date as 2022-03-14 or 14 March 2022.";

    /// <summary>What to do about a date that cannot be read.</summary>
    public static string WhyNoDate(string text) => text.Count(c => c is '/' or '.' or '-') == 2 && text.All(c => char.IsAsciiDigit(c) || c is '/' or '.' or '-')
        ? "It is not certain which number is the day and which the month. " + DateAdvice
        : DateAdvice;

    /// <summary>A number with a point; null for anything else, such as "1,5", "1 000" or digits of another script.</summary>
    public static double? Number(string text)
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text.Replace('−', '-'), styles, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>What to do about a number that cannot be read.</summary>
    public static string WhyNoNumber(string text) => text.Contains(',', StringComparison.Ordinal)
        ? $"Write the number with a point and without a comma, such as {Pointed(text)}."
        : "Write the number in digits with a point, such as 1.5.";

    /// <summary>Whether a formula of a spreadsheet failed here.</summary>
    public static bool IsSheetError(string text) => text.StartsWith('#') && SheetErrors.Contains(text, StringComparer.Ordinal);

    // "1,5" is meant as 1.5 and "1,000" perhaps as 1000: both are shown only as what to write.
    private static string Pointed(string text)
    {
        var changed = text.Replace(',', '.');
        return text.Count(c => c == ',') == 1 && Number(changed) is not null ? $"{changed} or {text.Replace(",", "", StringComparison.Ordinal)}" : "1.5";
    }
}
