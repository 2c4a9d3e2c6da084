using Stance.Codebook;

namespace Stance.Web.Events;

/// <summary>What the form calls the fields that rules name by JSON path, in the order in which they stand.</summary>
internal static class FieldNames
{
    private static readonly (string Path, string Label)[] InOrder =
    [
        ("source", "Source"),
        ("source.id", "Source"),
        ("source.name", "Name of the new source"),
        ("source.reliability", "How reliable"),
        ("report.title", "Title of the report"),
        ("report.url", "Address of the report"),
        ("report.publishedOn", "Published on"),
        ("report.author", "Author"),
        ("report.originGroup", "Copied from"),
        ("excerpt.passage", "Passage"),
        ("excerpt.highlightFrom", "Highlighted words"),
        ("excerpt.highlightTo", "Highlighted words"),
        ("excerpt.pointer", "Place of the passage"),
        ("report.language", "Language of the report"),
        ("excerpt.translation", "Translation"),
        ("credibility", "How credible"),
        ("statement", "What it says"),
        ("furtherClaims", "What another report says"),
        ("country", "Who acts"),
        ("also", "And with it"),
        ("whole", "What the whole is called"),
        ("parent", "Part of an act of several states"),
        ("recipient", "Toward whom"),
        ("type", "Kind of act"),
        ("variant", "Which way"),
        ("from", "Date"),
        ("precision", "How exact"),
        ("to", "Latest day"),
        ("scoredOn", "Day used in the sum"),
        ("title", "Title"),
        ("attributes", ""),
        ("intensity", "How strong"),
        ("confidence", "Confidence"),
        ("intensityReason", "Why this strong"),
        ("confidenceReason", "Why this confidence"),
        ("overrides", "Score set by hand"),
        ("note", "Note"),
        ("collections", "Collections"),
        ("follows", "A later stage of"),
        ("stage", "How far it has come"),
        ("isScored", "Whether it counts"),
        ("reason", "What you change"),
    ];

    public static int Place(string field)
    {
        var at = Array.FindIndex(InOrder, f => f.Path == field);
        return at >= 0 ? at : Array.FindIndex(InOrder, f => f.Path == Root(field)) is >= 0 and var root ? root : InOrder.Length;
    }

    public static string Label(string field, EventType? type)
    {
        if (field.StartsWith("attributes.", StringComparison.Ordinal))
            return type?.Attributes.FirstOrDefault(a => a.Key == field["attributes.".Length..])?.Label ?? field;
        return InOrder.FirstOrDefault(f => f.Path == field).Label
            ?? InOrder.FirstOrDefault(f => f.Path == Root(field)).Label
            ?? "This act";
    }

    private static string Root(string field) => field.Split('.', '[')[0];
}
