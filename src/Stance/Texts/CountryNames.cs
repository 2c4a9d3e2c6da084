using Stance.Countries;

namespace Stance.Texts;

public enum NameKind
{
    /// <summary>"Kazakhstan", "U.S.", "Russian Federation".</summary>
    Name,

    /// <summary>"Kazakh", "Russians".</summary>
    Adjective,

    /// <summary>A capital that stands for its government: "Moscow". Less sure, because it may be the city.</summary>
    Capital,
}

/// <summary>One way in which texts name a country.</summary>
public sealed record CountryName(CountryCode Code, string Words, NameKind Kind);

/// <summary>A country named in a text.</summary>
public sealed record CountryMention(CountryCode Code, TextSpan Span, NameKind Kind)
{
    public bool IsSure => Kind != NameKind.Capital;
}

/// <summary>
/// Finds countries in a text by the register's names, adjectives and capitals: whole words as written there, capitals and all, the longest
/// name first ("Guinea-Bissau" before "Guinea"). A dictionary tagger; it does not guess at names that the register does not hold.
/// </summary>
public sealed class CountryNames
{
    /// <summary>Places that begin or end like a country and are none.</summary>
    private static readonly HashSet<string> Apart = new(StringComparer.Ordinal)
    {
        "Latin America", "South America", "North America", "Central America", "New Jersey", "Georgia Tech",
        "Lake Chad", "Gulf of Guinea", "Gulf of Mexico", "New Mexico", "Indian Ocean", "West Indian", "Native American", "Latin American", "South American",
        "North American", "Central American", "African American", "Russian Far East", "English Channel", "Sea of Japan",
    };

    private readonly Dictionary<string, List<(string[] Tokens, CountryName? Name)>> byFirst;

    public CountryNames(IEnumerable<CountryName> names) => byFirst = names.SelectMany(WithPlural)
        .Select(n => (Tokens: Tokens(n.Words).Select(t => t.Text).ToArray(), Name: (CountryName?)n))
        .Concat(Apart.Select(a => (Tokens: Tokens(a).Select(t => t.Text).ToArray(), Name: (CountryName?)null)))
        .Where(n => n.Tokens.Length > 0)
        .GroupBy(n => n.Tokens[0])
        .ToDictionary(g => g.Key, g => g.OrderByDescending(n => n.Tokens.Length).ThenBy(n => n.Name is not null).ThenBy(n => n.Name?.Kind).ToList(), StringComparer.Ordinal);

    public IReadOnlyList<CountryMention> Find(string text)
    {
        var tokens = Tokens(text);
        var found = new List<CountryMention>();
        for (var i = 0; i < tokens.Count;)
        {
            if (!byFirst.TryGetValue(tokens[i].Text, out var names)
                || names.Find(n => Fits(tokens, i, n.Tokens)) is not { Tokens: { } fitting } match)
            {
                i++;
                continue;
            }
            var span = new TextSpan(tokens[i].From, tokens[i + fitting.Length - 1].To);
            // One word may be of two countries (Congolese): both are named, the curator chooses.
            foreach (var name in names.Where(n => n.Tokens.SequenceEqual(fitting) && n.Name is not null).DistinctBy(n => n.Name!.Code))
            {
                if (match.Name is not null)
                    found.Add(new CountryMention(name.Name!.Code, span, name.Name.Kind));
            }
            i += fitting.Length;
        }
        return found;
    }

    // Russians, Kazakhs, Iraqis; not of Chinese, British, French.
    private static IEnumerable<CountryName> WithPlural(CountryName name) =>
        name is { Kind: NameKind.Adjective, Words: [.., 'n' or 'i' or 'k' or 'b' or 't' or 'h' or 'e'] } && !name.Words.EndsWith("sh", StringComparison.Ordinal)
            && !name.Words.EndsWith("ch", StringComparison.Ordinal) && !name.Words.EndsWith("ese", StringComparison.Ordinal)
            ? [name, name with { Words = name.Words + "s" }]
            : [name];

    private static bool Fits(List<(string Text, int From, int To)> tokens, int at, string[] wanted)
    {
        if (at + wanted.Length > tokens.Count)
            return false;
        for (var k = 0; k < wanted.Length; k++)
        {
            if (tokens[at + k].Text != wanted[k])
                return false;
        }
        return true;
    }

    /// <summary>Words; "U.S." is one, "Russia’s" gives "Russia", "Moscow-backed" gives "Moscow" and "backed".</summary>
    private static List<(string Text, int From, int To)> Tokens(string text)
    {
        var tokens = new List<(string, int, int)>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var from = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInitialDot(text, i, from)))
                i++;
            tokens.Add((text[from..i].Replace(".", "", StringComparison.Ordinal), from, i));
        }
        return tokens;
    }

    private static bool IsInitialDot(string text, int at, int from) =>
        text[at] == '.' && char.IsUpper(text[at - 1]) && (at - 1 == from || text[at - 2] == '.')
        && (text[from..at].Contains('.', StringComparison.Ordinal) || (at + 2 < text.Length && char.IsUpper(text[at + 1]) && text[at + 2] == '.'));
}
