using System.Globalization;
using System.Text.Json;
using Stance.Codebook;

namespace Stance.Events;

/// <summary>
/// Rules for a type's own fields: kinds, ranges, choices. Null says "not known", also for a field that must be answered;
/// text of nothing but white space says nothing, as an empty cell or field does.
/// </summary>
internal static class AttributeRules
{
    private const int LongestText = 500;

    public static IReadOnlyDictionary<string, JsonElement> Attributes(
        this RuleCheck check, string path, IReadOnlyDictionary<string, JsonElement>? values, EventType type, bool isWhole = true)
    {
        values ??= new Dictionary<string, JsonElement>();
        var kept = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            if (type.Attributes.FirstOrDefault(a => a.Key == key) is not { } definition)
                check.Add(Field(path, key), "unknown", $"\"{Shorten(key)}\" is not a field of {type.Name}. Known: {Known(type)}.");
            else if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
                kept[key] = Null;
            else if (IsBlank(value))
                continue;
            else if (Value(check, Field(path, key), value, definition))
                kept[key] = value.Clone();
        }
        foreach (var missing in type.Attributes.Where(a => isWhole && a.Required && (!values.TryGetValue(a.Key, out var said) || IsBlank(said))))
            check.Add(Field(path, missing.Key), "required", $"Enter {missing.Label.ToLowerInvariant()}, or choose not known.");
        return kept;
    }

    /// <summary>The fields whose values break a rule of the kind.</summary>
    public static IReadOnlySet<string> Broken(IReadOnlyDictionary<string, JsonElement> values, EventType type) =>
        values.Where(v =>
        {
            var check = new RuleCheck();
            check.Attributes("", new Dictionary<string, JsonElement> { [v.Key] = v.Value }, type, isWhole: false);
            return check.Breaches.Count > 0;
        }).Select(v => v.Key).ToHashSet();

    private static readonly JsonElement Null = JsonDocument.Parse("null").RootElement.Clone();

    private static bool Value(RuleCheck check, string field, JsonElement value, AttributeDefinition definition) => definition.Kind switch
    {
        AttributeKind.Number or AttributeKind.WholeNumber => Number(check, field, value, definition),
        AttributeKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False
            || Refuse(check, field, "kind", "Choose yes, no or not known."),
        AttributeKind.Date => DateText.TryParseIso(Text(value), out _)
            || Refuse(check, field, "kind", "Enter a date such as 2022-03-14, or choose not known."),
        AttributeKind.Choice => (Text(value) is { } choice && (definition.Choices ?? []).Contains(choice))
            || Refuse(check, field, "choice", $"Choose one of: {string.Join(", ", definition.Choices ?? [])}; or not known."),
        _ => Text(value) is { } text
            ? check.Line(field, text, LongestText, definition.Label.ToLowerInvariant(), required: true) is not null
            : Refuse(check, field, "kind", "Enter words, or choose not known."),
    };

    private static bool IsBlank(JsonElement value) => Text(value) is { } text && string.IsNullOrWhiteSpace(text);

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half an escaped surrogate pair is well-formed JSON but no text.
            return null;
        }
    }

    private static bool Number(RuleCheck check, string field, JsonElement value, AttributeDefinition definition)
    {
        var whole = definition.Kind == AttributeKind.WholeNumber;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number) || !double.IsFinite(number) || Math.Abs(number) > 1e15)
            return Refuse(check, field, "kind", $"Enter a {(whole ? "whole number" : "number")}, or choose not known.");
        if (whole && number != Math.Floor(number))
            return Refuse(check, field, "kind", "Enter a whole number, without a decimal point.");
        if (number < definition.Min || number > definition.Max)
            return Refuse(check, field, "range", Range(definition));
        return true;
    }

    private static string Range(AttributeDefinition definition) => (definition.Min, definition.Max) switch
    {
        ({ } min, { } max) => $"Enter {Print(min)} to {Print(max)}.",
        ({ } min, null) => $"Enter {Print(min)} or more.",
        var (_, max) => $"Enter {Print(max ?? 0)} or less.",
    };

    private static string Print(double number) => number.ToString("0.###", CultureInfo.InvariantCulture).Replace('-', '−');

    private static bool Refuse(RuleCheck check, string field, string rule, string message)
    {
        check.Add(field, rule, message);
        return false;
    }

    private static string Field(string path, string key) => $"{path}.{Shorten(key)}";

    private static string Known(EventType type) =>
        type.Attributes.Count == 0 ? "none" : string.Join(", ", type.Attributes.Select(a => a.Key));

    private static string Shorten(string key) => key.Length <= 60 ? key : key[..60] + "…";
}
