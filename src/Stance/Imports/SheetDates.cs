using System.Globalization;

namespace Stance.Imports;

/// <summary>Numbers of a sheet as text; days are numbers with a date's format.</summary>
internal static class SheetDates
{
    /// <summary>The formats built into every spreadsheet: ECMA-376, 18.8.30.</summary>
    public static bool IsDateNumber(string id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>Whether a format shows a day or a time; letters in quotation marks or brackets do not count.</summary>
    public static bool IsDateFormat(string format)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c is '\\' or '_' or '*')
                i++;
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is '[' or ']')
                bracketed = c == '[';
            else if (!quoted && !bracketed && c is 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H')
                return true;
        }
        return false;
    }

    public static string Print(string value, bool isDate, bool from1904)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw new InvalidDataException();
        if (!isDate || number < 0 || number > 2_958_466)
            return number.ToString("R", CultureInfo.InvariantCulture);
        // Spreadsheets hold 1900 for a leap year: their day 60 never was.
        var days = from1904 ? number + 1462 : number < 60 ? number + 1 : number;
        var moment = new DateTime(1899, 12, 30).AddDays(Math.Min(days, 2_958_465));
        return moment.TimeOfDay < TimeSpan.FromSeconds(1)
            ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
