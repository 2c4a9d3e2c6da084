using CsvHelper;
using Stance.Countries;
using Stance.Votes;

namespace Stance.Data.Votes;

/// <summary>Reads whatever a curator pastes or a file holds: a table of votes, the record's own lines, or its lists of names.</summary>
public static class PastedRollCall
{
    /// <param name="day">The day of the vote; null = as the text says itself.</param>
    public static RollCallReading Read(string? text, RecordNames names, string? body, DateOnly? day)
    {
        if (string.IsNullOrWhiteSpace(text))
            return RollCallReading.Empty;
        var whole = text.TrimStart('\uFEFF');
        var header = whole.AsSpan().TrimStart();
        var end = header.IndexOfAny('\r', '\n');
        var separator = RollCallTable.Separator((end < 0 ? header : header[..end]).ToString());
        var printed = separator is { } by ? RollCallTable.Read(Cells(whole, by)) : RollCallText.Read(whole);
        return PrintedVotes.Resolve(printed, names, body, day);
    }

    private static List<(int Line, IReadOnlyList<string> Cells)> Cells(string text, char separator)
    {
        using var csv = CsvReader.FromText(text, CsvReaderOptions.Default with { Separator = separator, HasHeader = false, TrackLineNumbers = true });
        var rows = new List<(int, IReadOnlyList<string>)>();
        while (csv.Read())
            rows.Add(((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]));
        return rows;
    }
}
