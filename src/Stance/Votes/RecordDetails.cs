using System.Globalization;
using System.Text.RegularExpressions;
using Stance.Events;

namespace Stance.Votes;

/// <summary>Picks out of a pasted record what it says of the roll call itself: labelled lines, the summary of the vote, the sentence of adoption.</summary>
internal sealed partial class RecordDetails
{
    private string? awaited;

    public RollCallDetails Read { get; private set; } = new();

    public static bool IsLabelled(string line) => Labelled().IsMatch(line);

    /// <summary>Whether the line was about the roll call itself.</summary>
    public bool Take(string line)
    {
        if (awaited is { } label)
        {
            awaited = null;
            Set(label, line.Trim());
            return true;
        }
        if (Summary().Matches(line) is { Count: >= 2 } counts)
        {
            foreach (Match count in counts)
                Count(count.Groups["what"].Value, int.Parse(count.Groups["many"].Value, CultureInfo.InvariantCulture));
            return true;
        }
        if (Adoption().Match(line) is { Success: true } adopted)
        {
            Read = Read with
            {
                Yes = Number(adopted.Groups["yes"].Value) ?? Read.Yes,
                No = Number(adopted.Groups["no"].Value) ?? Read.No,
                Abstain = adopted.Groups["abstain"].Success ? Number(adopted.Groups["abstain"].Value) : Read.Abstain,
                Symbol = adopted.Groups["symbol"] is { Success: true, Value: var symbol } ? Symbol(symbol) : Read.Symbol,
            };
            return true;
        }
        if (Sentence().IsMatch(line))
            return true;
        if (Labelled().Match(line) is not { Success: true } told)
            return false;
        if (told.Groups["value"].Value.Trim() is { Length: > 0 } value)
            Set(told.Groups["label"].Value, value);
        else
            awaited = told.Groups["label"].Value;
        return true;
    }

    /// <summary>What the library adds to a title to say what kind of document it is.</summary>
    public static string Title(string printed) => Kind().Replace(printed, "").Trim();

    private void Set(string label, string value) => Read = label.ToUpperInvariant() switch
    {
        "TITLE" => Read with { Title = Title(value) },
        "RESOLUTION" => Read with { Symbol = value },
        "MEETING" or "MEETING RECORD" => Read with { Meeting = value },
        "VOTE DATE" => Read with { Date = DateText.TryParseIso(DateText.ToIso(value), out var day) ? day : Read.Date },
        "SESSION" => Read with { Session = value },
        _ => Read,
    };

    private void Count(string what, int many) => Read = what[..2].ToUpperInvariant() switch
    {
        "YE" => Read with { Yes = many },
        "AB" => Read with { Abstain = many },
        _ when what.Length == 2 => Read with { No = many },
        _ => Read with { Absent = many },
    };

    private static int? Number(string text) => text.ToUpperInvariant() is "NONE" or "NO" ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : null;

    private static string Symbol(string printed) => printed.StartsWith("A/", StringComparison.Ordinal) ? printed : "A/RES/" + printed;

    [GeneratedRegex(@"\b(?<what>yes|no|abstentions?|non-?voting)\s*:\s*(?<many>\d{1,4})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Summary();

    [GeneratedRegex(@"adopted by (?<yes>\d+) votes? to (?<no>\d+|none)(?:,? with (?<abstain>\d+|no) abstentions?)?(?:.*?\(resolution (?<symbol>[^)\s]+)\))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Adoption();

    [GeneratedRegex(@"^\s*(a|the) recorded vote (was|has been) (taken|requested)\b|\bvoted as follows\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"^\s*(?<label>title|agenda|resolution|draft resolution|draft|meeting record|meeting|committee report|vote date|vote summary|session|note|vote|collections|link to|total voting membership)(?:\s*:|\t|\s{2,}|\s*$)(?<value>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\s*:\s*(draft\s+)?(resolution|decision)\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kind();
}
