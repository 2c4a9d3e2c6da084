using System.Globalization;
using System.Text.Json;
using Stance.Acts;
using Stance.Codebook;
using Stance.Wording;

namespace Stance.Web.Acts;

/// <summary>An act's own fields in words, in the order and with the labels of its kind; what is not known is said to be so.</summary>
public static class AttributeWords
{
    private const string NotKnown = "not known";

    public static IReadOnlyList<(string Label, string Value)> Of(ActItem act, EventType? type)
    {
        ArgumentNullException.ThrowIfNull(act);
        using var json = JsonDocument.Parse(act.Attributes);
        var values = json.RootElement.ValueKind == JsonValueKind.Object
            ? json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone())
            : [];
        var known = type?.Attributes ?? [];
        return
        [
            .. known.Where(a => values.ContainsKey(a.Key) || a.Required).Select(a => (a.Label, values.TryGetValue(a.Key, out var v) ? Words(v, a) : NotKnown)),
            .. values.Where(v => known.All(a => a.Key != v.Key)).Select(v => (NumberWords.Capital(v.Key.Replace('_', ' ')), Words(v.Value, null))),
        ];
    }

    private static string Words(JsonElement value, AttributeDefinition? definition) => value.ValueKind switch
    {
        JsonValueKind.Null => NotKnown,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Number => Number(value.GetDouble(), definition?.Unit),
        JsonValueKind.String when definition?.Kind == AttributeKind.Date && DateOnly.TryParseExact(
            value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => DateWords.LongDay(day),
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : NotKnown,
        _ => value.ToString(),
    };

    private static string Number(double number, string? unit)
    {
        var digits = Math.Abs(number).ToString("#,0.####", CultureInfo.InvariantCulture);
        var signed = number < 0 ? NumberWords.Minus + digits : digits;
        return string.IsNullOrEmpty(unit) ? signed : NumberWords.WithUnit(signed, unit);
    }
}
