using System.Globalization;
using System.Text.Json.Nodes;
using Stance.Codebook;
using Stance.Web.Events;

namespace Stance.Web.Tests.Events;

/// <summary>One act in words, by the field of the interface, before anybody has read it; and how each way of telling puts it.</summary>
internal sealed class ToldAct(EventType? type, Dictionary<string, string> said)
{
    public Dictionary<string, string> Said { get; } = said;

    public ActFormState ToForm(CodebookVersion codebook) => new()
    {
        Country = Of("country"),
        Also = [.. Also],
        Whole = Of("whole"),
        Recipient = Of("recipient"),
        Type = Of("type"),
        Variant = Of("variant"),
        Precision = Of("precision") ?? "day",
        From = Of("from"),
        To = Of("to"),
        ScoredOn = Of("scoredOn"),
        Title = Of("title"),
        Attributes = Own.ToDictionary(a => a.Key, a => (string?)a.Value),
        Intensity = Of("intensity"),
        IntensityReason = Of("intensityReason"),
        Confidence = Of("confidence"),
        ConfidenceReason = Of("confidenceReason"),
        Note = Of("note"),
        SourceName = Of("source.name"),
        Reliability = Of("source.reliability"),
        SourceUrl = Of("source.url"),
        ReportTitle = Of("report.title"),
        ReportUrl = Of("report.url"),
        PublishedOn = Of("report.publishedOn"),
        Language = Of("report.language"),
        Author = Of("report.author"),
        Passage = Of("excerpt.passage"),
        Translation = Of("excerpt.translation"),
        Highlight = Of("excerpt.highlight"),
        Pointer = Of("excerpt.pointer"),
        Credibility = Of("credibility") is { } grade ? int.Parse(grade, CultureInfo.InvariantCulture) : null,
        Collections = Of("collections") is { } codes ? [.. codes.Split(' ')] : [],
    };

    public Dictionary<string, string?> ToCells() => Said.ToDictionary(s => s.Key, s => (string?)s.Value);

    public JsonObject ToBody()
    {
        var body = new JsonObject();
        foreach (var (field, text) in Said.Where(s => !s.Key.StartsWith("attributes.", StringComparison.Ordinal) && s.Key is not ("also" or "collections" or "excerpt.highlight")))
            Put(body, field, field is "intensity" or "confidence" or "credibility" && Number(text) is { } number ? number : JsonValue.Create(text));
        if (Own.Count > 0)
            body["attributes"] = new JsonObject(Own.Select(a => KeyValuePair.Create(a.Key, Value(a.Key, a.Value))));
        if (IsTogether)
            body["also"] = new JsonArray([.. Also.Select(c => (JsonNode?)c)]);
        if (Of("collections") is { } codes)
            body["collections"] = new JsonArray([.. codes.Split(' ').Select(c => (JsonNode?)c)]);
        if (Of("excerpt.highlight") is { } words)
        {
            var at = Of("excerpt.passage")?.IndexOf(words, StringComparison.Ordinal) ?? -1;
            Put(body, "excerpt.highlightFrom", at);
            Put(body, "excerpt.highlightTo", at < 0 ? -1 : at + words.Length);
        }
        return body;
    }

    /// <summary>Several states did it: a form and a program tell that as one act, a file as a row for each.</summary>
    public bool IsTogether => Said.ContainsKey("also");

    private string[] Also => Of("also")?.Split(' ') ?? [];

    private string? Of(string field) => Said.GetValueOrDefault(field);

    private Dictionary<string, string> Own => Said.Where(s => s.Key.StartsWith("attributes.", StringComparison.Ordinal))
        .ToDictionary(s => s.Key["attributes.".Length..], s => s.Value);

    // A program sends a number as a number and yes as true; what is neither it can only send as text.
    private JsonNode? Value(string key, string text) => (type?.Attributes.FirstOrDefault(a => a.Key == key), text) switch
    {
        (_, "not known") => null,
        ({ IsNumeric: true }, _) when Number(text) is { } number => number,
        ({ Kind: AttributeKind.Boolean }, "yes" or "no") => text == "yes",
        _ => text,
    };

    private static JsonNode? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static void Put(JsonObject body, string path, JsonNode? value)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
            body = (JsonObject)(body[name] ??= new JsonObject());
        body[names[^1]] = value;
    }
}
