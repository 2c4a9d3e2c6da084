using System.Text;

namespace Stance.Imports;

/// <summary>Lines split at tabs, in which quotation marks mean nothing: how files of coded events are written.</summary>
internal static class TabRows
{
    public static IEnumerable<ImportRow> Read(Stream file, ImportLimits limits)
    {
        using var text = FileText.Open(file);
        var (row, cell, number, characters) = (new List<string>(), new StringBuilder(), 1, 0);
        for (var c = text.Read(number); c != -1; c = text.Read(number))
        {
            if (++characters > limits.RowCharacters || row.Count > limits.Columns)
                throw new ImportFileException(TableFile.Say($"Row {number} is too long to be a row of coded events."));
            if (c == '\n')
            {
                End();
                yield return new ImportRow(number++, row);
                (row, characters) = ([], 0);
            }
            else if (c == '\t')
            {
                End();
            }
            else if (c != '\r')
            {
                cell.Append((char)c);
            }
        }
        if (row.Count > 0 || cell.Length > 0)
        {
            End();
            yield return new ImportRow(number, row);
        }

        void End()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }
}
