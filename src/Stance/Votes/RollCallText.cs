using System.Text.RegularExpressions;

namespace Stance.Votes;

/// <summary>
/// Reads what a curator pastes from a record: a letter and a name in each line, as the UN Digital Library prints roll calls, or the lists of names
/// of a meeting record. Tables are split elsewhere and read by <see cref="RollCallTable"/>.
/// </summary>
public static partial class RollCallText
{
    /// <summary>Far more than any body has members.</summary>
    private const int MostLines = 2000;

    public static PrintedRollCall Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = Lines(text);
        if (lines.Count > MostLines)
            return new PrintedRollCall([], [new LineProblem(MostLines + 1, "length", "This is longer than any roll call. Paste one roll call at a time.")], new RollCallDetails());
        return lines.Any(l => NameLists.StartsList(l)) ? NameLists.Read(lines) : ChoiceLines(lines);
    }

    internal static IReadOnlyList<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>"Y AFGHANISTAN"; a name without a letter did not vote.</summary>
    private static PrintedRollCall ChoiceLines(IReadOnlyList<string> lines)
    {
        var details = new RecordDetails();
        var votes = new List<PrintedVote>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || details.Take(lines[i]))
                continue;
            votes.Add(Letter().Match(lines[i]) is { Success: true } told
                ? new PrintedVote(i + 1, told.Groups["name"].Value.Trim(), VoteChoices.Read(told.Groups["choice"].Value)!.Value)
                : new PrintedVote(i + 1, lines[i].Trim(), VoteChoice.Absent));
        }
        return votes.Count == 0 || votes.Any(v => v.Choice != VoteChoice.Absent)
            ? new PrintedRollCall(votes, [], details.Read)
            : new PrintedRollCall(
                [], [new LineProblem(votes[0].Line, "format", "No line starts with Y, N or A. Paste the record's own lines, its lists of names, or a table with the header country,choice.")],
                details.Read);
    }

    [GeneratedRegex(@"^\s*(?<choice>[YNAX])[\s.:,–-]+(?<name>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Letter();
}
