using System.Globalization;
using System.Text.Json;
using Stance.Codebook;
using Stance.Events;

namespace Stance.Web.Events;

/// <summary>The kind's own fields between what is typed and what is sent. Nothing typed says "not known".</summary>
internal static class AttributeText
{
    public const string NotKnown = "not known";

    public static Dictionary<string, JsonElement> ToJson(EventType type, IReadOnlyDictionary<string, string?> typed)
    {
        var values = new Dictionary<string, JsonElement>();
        foreach (var definition in type.Attributes)
        {
            var text = typed.GetValueOrDefault(definition.Key)?.Trim();
            if (!string.IsNullOrEmpty(text))
                values[definition.Key] = text == NotKnown ? JsonSerializer.SerializeToElement<object?>(null) : Value(definition.Kind, text);
        }
        return values;
    }

    public static Dictionary<string, string?> ToText(IReadOnlyDictionary<string, JsonElement>? values) =>
        (values ?? new Dictionary<string, JsonElement>()).ToDictionary(v => v.Key, v => Print(v.Value));

    public static string? Print(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => NotKnown,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText().Replace('-', '−'),
    };

    // What does not fit its kind is sent as text, and the rules say what to do.
    private static JsonElement Value(AttributeKind kind, string text) => kind switch
    {
        AttributeKind.Number or AttributeKind.WholeNumber
            when double.TryParse(text.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
            JsonSerializer.SerializeToElement(number),
        AttributeKind.Boolean when text is "yes" or "no" => JsonSerializer.SerializeToElement(text == "yes"),
        AttributeKind.Date => JsonSerializer.SerializeToElement(DateText.ToIso(text)),
        _ => JsonSerializer.SerializeToElement(text),
    };
}
