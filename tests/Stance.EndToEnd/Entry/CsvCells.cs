using System.Globalization;
using System.Text;

namespace Stance.EndToEnd.Entry;

/// <summary>Reads a file as a spreadsheet does.</summary>
internal static class CsvCells
{
    public static IReadOnlyList<string> Of(string file)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < file.Length; i++)
        {
            if (isQuoted && file[i] == '"' && i + 1 < file.Length && file[i + 1] == '"')
                cell.Append(file[i++]);
            else if (file[i] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && file[i] is ',' or '\r' or '\n')
                End();
            else
                cell.Append(file[i]);
        }
        End();
        return cells;

        void End()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }

    /// <summary>Text that a spreadsheet would take for a formula; a number may begin with a sign.</summary>
    public static bool WouldRun(string cell) =>
        cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
