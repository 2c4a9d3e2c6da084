using System.Globalization;
using CsvHelper;

namespace Stance.Web.Api;

/// <summary>Writes rows as CSV that a spreadsheet reads as data only: numbers stay numbers, text that it would evaluate is quoted by an apostrophe.</summary>
public static class Csv
{
    private const string Evaluated = "=+-@\t\r\n＝＋－＠|%";

    public static IResult File(string name, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows) =>
        Results.File(Bytes(columns, rows), "text/csv; charset=utf-8", name);

    public static byte[] Bytes(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default, leaveOpen: true))
        {
            csv.WriteRecord([.. columns]);
            foreach (var row in rows)
                Write(csv, row);
        }
        return bytes.ToArray();
    }

    /// <summary>The text with an apostrophe in front when a spreadsheet might evaluate it, also behind blanks or in full width.</summary>
    public static string Safe(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.AsSpan().TrimStart(" \"'\u00A0\uFEFF");
        return start.Length > 0 && Evaluated.Contains(start[0], StringComparison.Ordinal) ? "'" + text : text;
    }

    private static void Write(CsvWriter csv, IReadOnlyList<object?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell switch
            {
                null => "",
                double number => number.ToString("R", CultureInfo.InvariantCulture),
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                string words => Safe(words),
                _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
            });
        }
        csv.EndRecord();
    }
}
