using System.Text;

namespace Stance.Imports;

/// <summary>
/// Reads separated text as it streams (RFC 4180; comma, semicolon or tab), bounded in memory, and refuses in words what cannot be meant:
/// a reader that mends broken quotation marks would shift a row's values into other columns.
/// </summary>
internal static class CsvRows
{
    public static IEnumerable<ImportRow> Read(Stream file, ImportLimits limits)
    {
        using var text = FileText.Open(file);
        var separator = Separator(text.Ahead);
        var row = new List<string>();
        var cell = new StringBuilder();
        var (number, characters, quoted, wasQuoted) = (1, 0, false, false);
        while (true)
        {
            var c = text.Read(number);
            if (c == -1)
                break;
            if (++characters > limits.RowCharacters)
                throw quoted ? Unclosed(number) : new ImportFileException(TableFile.Say($"Row {number} is longer than {limits.RowCharacters:#,0} characters."));
            if (quoted)
            {
                if (c != '"')
                    cell.Append((char)c);
                else if (text.Peek(number) == '"')
                    cell.Append((char)text.Read(number));
                else
                    quoted = false;
            }
            else if (c == separator)
            {
                End();
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && text.Peek(number) == '\n')
                    text.Read(number);
                End();
                yield return new ImportRow(number++, row);
                (row, characters) = ([], 0);
            }
            else if (c == '"' && cell.Length == 0 && !wasQuoted)
            {
                (quoted, wasQuoted) = (true, true);
            }
            else if (wasQuoted)
            {
                throw new ImportFileException(TableFile.Say($"In row {number} something follows a closing quotation mark. Write quotation marks inside a text twice."));
            }
            else
            {
                cell.Append((char)c);
            }
        }
        if (quoted)
            throw Unclosed(number);
        if (row.Count > 0 || cell.Length > 0)
        {
            End();
            yield return new ImportRow(number, row);
        }

        void End()
        {
            if (cell.Length > limits.CellCharacters)
                throw new ImportFileException(TableFile.Say($"A cell of row {number} is longer than {limits.CellCharacters:#,0} characters."));
            if (row.Count == limits.Columns)
                throw new ImportFileException(TableFile.Say($"Row {number} has more than {limits.Columns} cells."));
            row.Add(cell.ToString());
            cell.Clear();
            wasQuoted = false;
        }
    }

    private static ImportFileException Unclosed(int row) =>
        new(TableFile.Say($"A quotation mark that opens in row {row} is not closed. Close it, or write quotation marks inside a text twice."));

    /// <summary>Whichever stands most often outside quotation marks in the first line.</summary>
    private static char Separator(ReadOnlySpan<char> ahead)
    {
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var c in ahead)
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is '\n' or '\r')
                break;
            else if (!quoted && ",;\t".IndexOf(c) is >= 0 and var at)
                counts[at]++;
        }
        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }
}
