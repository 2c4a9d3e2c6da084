using System.Text.RegularExpressions;

namespace Stance.Search;

/// <param name="Comparison">Null = a term; else <paramref name="Text"/> names a field.</param>
internal sealed record SearchToken(string Text, bool IsQuoted, string? Comparison = null, string Value = "", string? Unit = null);

/// <summary>Cuts what was typed into words, phrases and comparisons of fields; whatever is typed, it comes to an end.</summary>
internal sealed partial class SearchTokens(string text, IReadOnlyDictionary<string, SearchField> fields)
{
    private static readonly string[] Units =
        ["t", "tonnes", "tonne", "tons", "ton", "kg", "people", "persons", "days", "day", "usd", "$", "eur", "€", "%", "percent", "km"];

    private int at;

    /// <summary>A value as it must be typed: in quotation marks where it holds more than one word.</summary>
    public static string Quoted(string value) => Bare().IsMatch(value) ? value : $"\"{value}\"";

    /// <summary>What a token asks to be found: without the marks around it, and without those that compare.</summary>
    public static IEnumerable<string> Words(SearchToken token) => token.IsQuoted
        ? new[] { token.Text }.Where(t => t.Any(char.IsLetterOrDigit))
        : Signs().Split(token.Text).Select(t => Rim().Replace(t, "")).Where(t => t.Any(char.IsLetterOrDigit));

    public SearchToken? Next()
    {
        Skip();
        if (at >= text.Length)
            return null;
        if (Take(Phrase()) is { } phrase)
            return new SearchToken(phrase.Groups[1].Value.Trim(), true);
        if (Take(Compared()) is { } compared && !IsClock(compared))
            return Comparison(compared.Groups[1].Value, Sign(compared.Groups[2].Value));
        at = taken;
        if (Take(Ranged()) is { } ranged && fields.ContainsKey(ranged.Groups[1].Value))
            return Comparison(ranged.Groups[1].Value, "=");
        at = taken;
        return new SearchToken(Take(Word())!.Value, false);
    }

    private int taken;

    /// <summary>"UN: a vote" and "12:30" are words.</summary>
    private bool IsClock(Match compared) => compared.Groups[2].Value == ":" && !fields.ContainsKey(compared.Groups[1].Value)
        && (at >= text.Length || char.IsWhiteSpace(text[at]) || char.IsDigit(compared.Value[0]) || text[at] == '/');

    private SearchToken Comparison(string field, string sign)
    {
        Skip();
        var (value, unit) = ("", (string?)null);
        if (Take(Phrase()) is { } phrase)
            value = phrase.Groups[1].Value.Trim();
        else if (Take(Amount()) is { } amount)
            (value, unit) = (amount.Groups[1].Value, amount.Groups[2].Value is { Length: > 0 } said ? said : null);
        else if (Take(Word()) is { } word)
            value = word.Value;
        if (unit is null && NumberStart().IsMatch(value))
            unit = UnitAhead();
        return new SearchToken(field, false, sign, value, unit);
    }

    private string? UnitAhead()
    {
        var before = at;
        Skip();
        if (Take(Word()) is { } word && Units.Contains(word.Value.ToLowerInvariant()))
            return word.Value;
        at = before;
        return null;
    }

    private static string Sign(string typed) => typed switch { "≥" => ">=", "≤" => "<=", "==" => "=", _ => typed };

    private void Skip()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }

    private Match? Take(Regex form)
    {
        taken = at;
        var match = form.Match(text, at);
        if (!match.Success)
            return null;
        at += match.Length;
        return match;
    }

    [GeneratedRegex("[<>=≥≤:]+")]
    private static partial Regex Signs();

    [GeneratedRegex(@"^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$")]
    private static partial Regex Rim();

    // Marks left open close at the end: somebody is still typing.
    [GeneratedRegex("""\G["“”„]([^"“”„]*)(?:["“”„]|$)""")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"\G([\p{L}\p{N}_]+)\s*(>=|<=|==|=|≥|≤|>|<|:)")]
    private static partial Regex Compared();

    [GeneratedRegex(@"\G([\p{L}_]+)\s+(?=[−-]?\d[\d.,]*\.\.)")]
    private static partial Regex Ranged();

    [GeneratedRegex(@"\G([−-]?\d[\d,]*(?:\.\d+)?(?:\.\.[−-]?\d[\d,]*(?:\.\d+)?)?)(\p{L}+|%|\$|€)?(?=\s|$)")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[−-]?\d")]
    private static partial Regex NumberStart();

    [GeneratedRegex("""\G[^\s"“”„]+|\G.""", RegexOptions.Singleline)]
    private static partial Regex Word();

    [GeneratedRegex("""^[^\s"“”„]+$""")]
    private static partial Regex Bare();
}
