namespace Stance.Imports;

/// <summary>A file of rows under a line of headers: text with separators, or a workbook. What it is says its beginning, not its name.</summary>
public static class TableFile
{
    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] EmptyZip = "PK\u0005\u0006"u8.ToArray();
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[] Gzip = [0x1F, 0x8B];
    private static readonly byte[] Pdf = "%PDF"u8.ToArray();

    /// <summary>The headers, in order.</summary>
    /// <exception cref="ImportFileException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Headers(Stream file, ImportLimits limits) => Names(Cells(file, limits, 1).FirstOrDefault());

    /// <summary>The rows under the headers, one by one as they are read; empty rows are left out.</summary>
    /// <exception cref="ImportFileException">The file cannot be read, at the row where it ends to be readable.</exception>
    public static IEnumerable<ImportRow> Rows(Stream file, ImportLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var columns = -1;
        var read = 0;
        foreach (var row in Cells(file, limits, int.MaxValue))
        {
            if (columns < 0)
            {
                columns = Names(row).Count;
                continue;
            }
            if (row.Cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (row.Cells.Count > columns && row.Cells.Skip(columns).Any(c => !string.IsNullOrWhiteSpace(c)))
                throw new ImportFileException(Say($"Row {row.Number} has {row.Cells.Count} cells, but there are {columns} headers. Look for a separator inside a text that is not in quotation marks."));
            if (++read > limits.Rows)
                throw new ImportFileException(Say($"The file has more than {limits.Rows:#,0} rows. Send it in parts."));
            yield return row;
        }
    }

    private static IEnumerable<ImportRow> Cells(Stream file, ImportLimits limits, int most)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        if (file.Length == 0)
            throw new ImportFileException("The file is empty.");
        var start = new byte[8];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var head = start.AsSpan(0, length);
        if (head.StartsWith(OldOffice))
            throw new ImportFileException("This is a workbook of an old kind, or one with a password. Save it as .xlsx without a password, or as CSV.");
        if (head.StartsWith(Gzip))
            throw new ImportFileException("This file is compressed. Unpack it first.");
        if (head.StartsWith(Pdf))
            throw new ImportFileException("This is a PDF. Send CSV or an .xlsx workbook.");
        var isWorkbook = head.StartsWith(Zip) || head.StartsWith(EmptyZip);
        if (file.Length > (isWorkbook ? limits.WorkbookBytes : limits.FileBytes))
            throw new ImportFileException(Say($"The file is larger than {(isWorkbook ? limits.WorkbookBytes : limits.FileBytes) / (1024 * 1024)} MB. Send it in parts."));
        return (isWorkbook ? XlsxRows.Read(file, limits) : CsvRows.Read(file, limits)).Take(most);
    }

    private static List<string> Names(ImportRow? row)
    {
        var names = (row?.Cells ?? []).Select(c => c.Trim()).ToList();
        while (names.Count > 0 && names[^1].Length == 0)
            names.RemoveAt(names.Count - 1);
        if (names.Count == 0)
            throw new ImportFileException("The first row must name the columns; here it is empty.");
        if (names.IndexOf("") is >= 0 and var nameless)
            throw new ImportFileException(Say($"Column {nameless + 1} has no header. Name it, or take it out."));
        if (names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ImportFileException($"Two columns are called \"{Short(twice.Key)}\". Rename one, so that it is certain which is meant.");
        if (names.Find(n => n.Length > 200 || n.Any(char.IsControl)) is { } odd)
            throw new ImportFileException($"\"{Short(new string([.. odd.Where(c => !char.IsControl(c))]))}\" is no header: keep it to one line of at most 200 characters.");
        return names;
    }

    internal static string Say(FormattableString words) => FormattableString.Invariant(words);

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
