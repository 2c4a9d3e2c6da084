using System.Globalization;
using Stance.Countries;
using Stance.Events;

namespace Stance.Votes;

/// <summary>Reads a table of votes, split into cells already: country and choice under any common header, or the UN library's own file of votes.</summary>
public static class RollCallTable
{
    private static readonly string[] NameHeaders = ["ms name", "country name", "country", "member state", "member", "state", "name", "delegation"];
    private static readonly string[] CodeHeaders = ["ms code", "country code", "iso3", "iso", "code", "iso alpha 3"];
    private static readonly string[] ChoiceHeaders = ["ms vote", "choice", "vote", "voted", "position"];
    private static readonly string[] SymbolHeaders = ["resolution", "symbol"];

    /// <summary>The separator of a table whose first line this is; null = this is no header of votes.</summary>
    public static char? Separator(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        foreach (var separator in ",;\t")
        {
            var headers = Headers(line.Split(separator));
            if (headers.Keys.Intersect(ChoiceHeaders).Any() && headers.Keys.Intersect(NameHeaders.Concat(CodeHeaders)).Any())
                return separator;
        }
        return null;
    }

    /// <param name="rows">The header first, each with the line it starts in.</param>
    public static PrintedRollCall Read(IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var headers = Headers(rows[0].Cells);
        var votes = new List<PrintedVote>();
        var problems = new List<LineProblem>();
        RollCallDetails? details = null;
        string? first = null;
        foreach (var (line, cells) in rows.Skip(1))
        {
            var row = new Row(headers, cells);
            if (row.IsEmpty)
                continue;
            first ??= row.Of("undl id") + row.Of(SymbolHeaders);
            if (row.Of("undl id") + row.Of(SymbolHeaders) != first)
            {
                problems.Add(new LineProblem(line, "several", $"Another roll call starts here ({row.Of(SymbolHeaders) ?? row.Of("undl id")}). Paste one roll call at a time."));
                break;
            }
            details ??= Details(row);
            var (name, code, choice) = (row.Of(NameHeaders), row.Of(CodeHeaders), row.Of(ChoiceHeaders));
            if ((name ?? code) is not { } printed)
                problems.Add(new LineProblem(line, "country", "This line names no country. Fill it in, or take the line out."));
            else if (VoteChoices.Read(choice) is not { } read)
                problems.Add(new LineProblem(line, "choice", choice is null
                    ? $"No choice stands beside {printed}. Write Y, N, A, or X where it did not vote."
                    : $"“{choice}” beside {printed} is no choice. Write Y, N, A, or X where it did not vote."));
            else
                votes.Add(new PrintedVote(line, printed, read, name is null ? null : code));
        }
        return new PrintedRollCall(votes, problems, details ?? new RollCallDetails());
    }

    private static RollCallDetails Details(Row row) => new()
    {
        Symbol = row.Of(SymbolHeaders),
        Title = row.Of("title") is { } title ? RecordDetails.Title(title) : null,
        Date = DateText.TryParseIso(DateText.ToIso(row.Of("date", "vote date", "held on")), out var day) ? day : null,
        Meeting = row.Of("meeting", "meeting record"),
        Session = row.Of("session"),
        Url = row.Of("undl link", "url", "link"),
        Yes = row.Number("total yes", "yes"),
        No = row.Number("total no", "no"),
        Abstain = row.Number("total abstentions", "abstentions", "abstain"),
        Absent = row.Number("total non voting", "non voting", "nonvoting", "absent"),
    };

    /// <summary>Each header in plain letters, and its column.</summary>
    private static Dictionary<string, int> Headers(IReadOnlyList<string> cells)
    {
        var headers = new Dictionary<string, int>();
        for (var i = 0; i < cells.Count; i++)
            headers.TryAdd(CountrySearch.Plain(cells[i].Trim('"')), i);
        return headers;
    }

    private sealed record Row(Dictionary<string, int> Headers, IReadOnlyList<string> Cells)
    {
        public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);

        public string? Of(params string[] names)
        {
            foreach (var name in names)
            {
                if (Headers.TryGetValue(name, out var column) && column < Cells.Count && Cells[column].Trim() is { Length: > 0 } text)
                    return text;
            }
            return null;
        }

        public int? Number(params string[] names) =>
            int.TryParse(Of(names), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
