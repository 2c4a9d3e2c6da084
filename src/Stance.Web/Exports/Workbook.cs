using MiniExcelLibs;
using Stance.Web.Acts;
using Stance.Web.Alignment;
using Stance.Web.Api;
using Stance.Web.Explanation;

namespace Stance.Web.Exports;

/// <summary>The view as a workbook: what it is, the index by day, by month and at both ends, the acts. Text that a spreadsheet would evaluate is quoted by an apostrophe.</summary>
internal static class Workbook
{
    /// <summary>Rows of one sheet, the header among them; more does not fit the format.</summary>
    public const int MostRows = 1_048_576;

    public static byte[] Of(AlignmentExport export)
    {
        using var bytes = new MemoryStream();
        var sheets = new Dictionary<string, object>
        {
            ["About"] = About(export).ToList(),
            ["Index"] = Sheet(AlignmentCsv.Columns, AlignmentCsv.Rows(export.Report.Alignment)),
            ["Months"] = Sheet(LevelsCsv.MonthColumns, LevelsCsv.Months(export.Report.Alignment)),
            ["Start and end"] = Sheet(LevelsCsv.EndColumns, LevelsCsv.Ends(export.Report.Alignment)),
            ["Acts"] = Sheet(ActCsv.Columns, ActCsv.Rows(export.Report.Acts?.Acts ?? [], export.Report.Alignment.Axis.Code)),
        };
        if (export.Change is { } change)
            sheets["Why it moved"] = Sheet(WhyCsv.Columns, WhyCsv.Rows(change));
        bytes.SaveAs(sheets);
        return bytes.ToArray();
    }

    private static IEnumerable<Dictionary<string, object?>> About(AlignmentExport export)
    {
        (string, string)[] all =
        [
            ("Finding", export.Notes.Title), .. export.Notes.Rows,
            ("Cite as", export.Notes.Citation.Apa),
        ];
        return all.Select(row => new Dictionary<string, object?> { ["What"] = row.Item1, ["Value"] = Csv.Safe(row.Item2) });
    }

    private static List<Dictionary<string, object?>> Sheet(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows) =>
        [.. rows.Take(MostRows - 1).Select(row => columns.Select((name, i) => (name, Value: row[i])).ToDictionary(c => c.name, c => c.Value switch
        {
            string text => Csv.Safe(text),
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            var value => value,
        }))];
}
