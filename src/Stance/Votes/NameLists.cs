using System.Text.RegularExpressions;

namespace Stance.Votes;

/// <summary>Reads the lists of a meeting record: "In favour: Albania, Andorra, …", wrapped as the page was.</summary>
internal static partial class NameLists
{
    public static bool StartsList(string line) => Heading().IsMatch(line);

    public static PrintedRollCall Read(IReadOnlyList<string> lines)
    {
        var reading = new Lists();
        for (var i = 0; i < lines.Count; i++)
            reading.Take(i + 1, lines[i]);
        reading.EndProse();
        reading.EndName();
        return new PrintedRollCall(reading.Votes, reading.Problems, reading.Details.Read);
    }

    [GeneratedRegex(@"^\s*(?<choice>in favou?r|for|against|abstain(?:ing|ed)|abstentions?|absent|not voting|non-voting|did not vote)\s*:\s*(?<rest>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(recorded vote|was adopted|adopted by|draft resolution|voted as follows)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prose();

    private sealed class Lists
    {
        private VoteChoice? section;
        private string prose = "";
        private string name = "";
        private int nameLine;

        public List<PrintedVote> Votes { get; } = [];

        public List<LineProblem> Problems { get; } = [];

        public RecordDetails Details { get; } = new();

        public void Take(int line, string text)
        {
            if (Heading().Match(text) is { Success: true } heading)
            {
                EndProse();
                EndName();
                section = VoteChoices.Read(heading.Groups["choice"].Value);
                Names(line, heading.Groups["rest"].Value);
            }
            else if (string.IsNullOrWhiteSpace(text))
                EndProse();
            else if (prose.Length > 0 || Prose().IsMatch(text))
            {
                EndName();
                section = null;
                prose += " " + text.Trim();
            }
            else if (section is null || RecordDetails.IsLabelled(text))
            {
                EndName();
                if (!Details.Take(text))
                    Problems.Add(new LineProblem(line, "format", $"“{Short(text)}” stands before the first list. Take it out, or put “In favour:” before the names."));
            }
            else
                Names(line, text);
        }

        /// <summary>Sentences run over lines: they are read once they end.</summary>
        public void EndProse()
        {
            if (prose.Length > 0)
                Details.Take(prose);
            prose = "";
        }

        public void EndName()
        {
            var whole = name.Trim().TrimEnd('.');
            if (whole is not ("" or "None" or "none") && section is { } choice)
                Votes.Add(new PrintedVote(nameLine, whole, choice));
            name = "";
        }

        private void Names(int line, string text)
        {
            var pieces = text.Split(',', ';');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                    EndName();
                if (name.Trim().Length == 0)
                    nameLine = line;
                name += " " + pieces[i].Trim();
            }
        }

        private static string Short(string text) => text.Trim() is { Length: > 60 } longer ? longer[..60] + "…" : text.Trim();
    }
}
