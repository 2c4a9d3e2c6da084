using System.Text.Json.Nodes;

namespace Stance.Web.Events;

/// <summary>Forms as they are printed for keeping.</summary>
public static class PrintedForm
{
    /// <summary>Whether two prints hold the same words: a field that was emptied is as one never filled.</summary>
    public static bool SaysTheSame(string one, string other) => one == other || JsonNode.DeepEquals(Filled(JsonNode.Parse(one)), Filled(JsonNode.Parse(other)));

    private static JsonNode? Filled(JsonNode? node)
    {
        switch (node)
        {
            case JsonValue value when value.TryGetValue<string>(out var words) && words.Length == 0:
                return null;
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                {
                    if (Filled(value) is null)
                        fields.Remove(name);
                }
                return fields;
            case JsonArray items:
                foreach (var item in items)
                    Filled(item);
                return items;
            default:
                return node;
        }
    }
}
