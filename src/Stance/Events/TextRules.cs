using System.Globalization;
using Stance.Wording;

namespace Stance.Events;

/// <summary>Rules for text: lengths in Unicode characters, nothing that <see cref="PlainText"/> refuses.</summary>
internal static class TextRules
{
    /// <summary>One line: returned trimmed; null when empty or refused.</summary>
    public static string? Line(this RuleCheck check, string field, string? text, int max, string what, bool required = false) =>
        Text(check, field, text?.Trim(), max, what, required, lines: false);

    /// <summary>Several lines, kept as typed; null when empty or refused.</summary>
    public static string? Block(this RuleCheck check, string field, string? text, int max, string what, bool required = false) =>
        Text(check, field, text, max, what, required, lines: true);

    public static string? Address(this RuleCheck check, string field, string? text)
    {
        if (check.Line(field, text, 2000, "the address") is not { } line)
            return null;
        if (Uri.TryCreate(line, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri.Host.Length > 0 && uri.UserInfo.Length == 0 && !line.Any(char.IsWhiteSpace))
            return line;
        check.Add(field, "address", "Enter a web address that starts with https:// or http://, or leave it empty.");
        return null;
    }

    public static int Length(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    private static string? Text(RuleCheck check, string field, string? text, int max, string what, bool required, bool lines)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required)
                check.Add(field, "required", $"Enter {what}.");
            return null;
        }
        if (PlainText.FirstRefused(text, lines) is { } refused)
        {
            check.Add(field, "characters", $"Remove the invisible character {refused.Name} at place {refused.Place.ToString(CultureInfo.InvariantCulture)}.");
            return null;
        }
        var length = Length(text);
        if (length <= max)
            return text;
        check.Add(field, "length", FormattableString.Invariant($"Shorten {what} to {max} characters; it has {length}."));
        return null;
    }
}
