using System.IO.Compression;
using System.Text;
using Stance.Web.Acts;
using Stance.Web.Alignment;
using Stance.Web.Api;
using Stance.Web.Explanation;

namespace Stance.Web.Exports;

/// <summary>The numbers with everything that says what they are, in one zip file; the same view gives the same bytes.</summary>
internal static class Package
{
    public static byte[] Of(AlignmentExport export)
    {
        var at = export.Report.Alignment.KnownAt;
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, at, "README.txt", Encoding.UTF8.GetBytes(Readme(export)));
            Add(zip, at, "alignment.csv", Csv.Bytes(AlignmentCsv.Columns, AlignmentCsv.Rows(export.Report.Alignment)));
            Add(zip, at, "months.csv", Csv.Bytes(LevelsCsv.MonthColumns, LevelsCsv.Months(export.Report.Alignment)));
            Add(zip, at, "ends.csv", Csv.Bytes(LevelsCsv.EndColumns, LevelsCsv.Ends(export.Report.Alignment)));
            Add(zip, at, "acts.csv", Csv.Bytes(ActCsv.Columns, ActCsv.Rows(export.Report.Acts?.Acts ?? [], export.Report.Alignment.Axis.Code)));
            if (export.Change is { } change)
                Add(zip, at, "why.csv", Csv.Bytes(WhyCsv.Columns, WhyCsv.Rows(change)));
            Add(zip, at, "citation.bib", Encoding.UTF8.GetBytes(export.Notes.Citation.BibTeX));
            Add(zip, at, "citation.csl.json", Encoding.UTF8.GetBytes(export.Notes.Citation.CslJson));
        }
        return bytes.ToArray();
    }

    private static string Readme(AlignmentExport export)
    {
        var text = new StringBuilder().AppendLine(export.Notes.Title).AppendLine();
        foreach (var sentence in export.Report.Summary.Brief)
            text.AppendLine(sentence.Text);
        text.AppendLine();
        foreach (var (name, value) in export.Notes.Rows)
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{name}: {value}");
        var listed = export.Report.Acts?.Acts.Count ?? 0;
        text.AppendLine()
            .AppendLine("alignment.csv: the index by country and day, its standard error, 50% and 90% bands (not clipped to the scale), evidence weight, flow.")
            .AppendLine("months.csv: the index at the end of each month; of each quarter beyond three years, of each year beyond twelve.")
            .AppendLine("ends.csv: the change of each country from the first to the last day, the most certain first; both levels are taken as independent.")
            .AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"acts.csv: {listed} of the {export.Report.Count} acts dated in the period, with score, weight and confidence.");
        if (export.Change is { } change)
            text.Append("why.csv: ").Append(WhyWords.Finding(change)).AppendLine("; the start, each part and the end, whose sum is exact.");
        return text
            .AppendLine("A text that begins with =, +, - or @ has an apostrophe in front, so that no spreadsheet evaluates it.")
            .AppendLine().AppendLine("Cite as")
            .AppendLine(export.Notes.Citation.Apa).AppendLine(export.Notes.Citation.Chicago)
            .ToString();
    }

    private static void Add(ZipArchive zip, DateTimeOffset at, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = at;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
