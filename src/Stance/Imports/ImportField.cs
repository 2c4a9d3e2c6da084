using Stance.Codebook;
using Stance.Countries;

namespace Stance.Imports;

/// <summary>What a column of a file can stand for: the name a mapping uses, what people call it, and what files call it.</summary>
public sealed record ImportField(string Key, string Label, bool Required, params string[] Synonyms);

/// <summary>The fields of an act as flat columns, in the order in which a file would have them.</summary>
public static class ImportFields
{
    /// <summary>What precedes the key of a kind's own field: "attributes.tonnes".</summary>
    public const string OfKind = "attributes.";

    public const string Key = "key";

    /// <summary>Of which act of several states a row is one state's part: a key that its rows share, or the address of one on file.</summary>
    public const string Whole = "parent";

    public const string TitleOfWhole = "parent.title";

    public static IReadOnlyList<ImportField> All { get; } =
    [
        new(Key, "Your own key", false, "id", "row id", "record id", "external id", "event id", "unique id", "identifier", "reference"),
        new("country", "Who acts", true, "actor", "from country", "actor country", "source country", "iso3", "state", "country code"),
        new("recipient", "Toward whom", false, "target", "to country", "target country", "recipient country", "beneficiary", "counterpart"),
        new("type", "Kind of act", true, "event type", "kind", "type code", "act type", "category"),
        new("variant", "Which way", false, "direction", "choice", "option"),
        new("date", "Date", false, "day", "event date", "happened on", "act date"),
        new("from", "First day", false, "start", "start date", "happened from", "date from", "begin"),
        new("to", "Last day", false, "end", "end date", "happened to", "date to", "until", "by", "before", "latest day"),
        new("precision", "How exact", false, "date precision", "exactness"),
        new("scoredOn", "Day used in the sum", false, "scored on", "scoring date"),
        new("title", "Title", true, "headline", "summary", "event", "act"),
        new("intensity", "How strong", false, "strength", "base score", "severity"),
        new("intensityReason", "Why this strong", false, "reason for intensity", "intensity note"),
        new("confidence", "Confidence", false, "certainty", "q"),
        new("confidenceReason", "Why this confidence", false, "reason for confidence", "confidence note"),
        new(Whole, "Part of (key of the whole)", false, "part of", "parent key", "parent act", "whole", "key of the whole", "multilateral act"),
        new(TitleOfWhole, "What the whole is called", false, "title of the whole", "whole title", "multilateral title"),
        new("note", "Note", false, "notes", "comment", "comments", "remark", "curator note"),
        new("source.name", "Source", true, "source", "publisher", "source name", "outlet", "medium"),
        new("source.reliability", "How reliable the source is", false, "reliability", "source reliability", "source grade"),
        new("source.url", "Address of the source", false, "source url", "publisher url", "source address"),
        new("report.title", "Title of the report", true, "report", "article", "article title", "report title", "document"),
        new("report.url", "Address of the report", false, "url", "link", "article url", "report url", "web address"),
        new("report.publishedOn", "Published on", true, "published", "publication date", "report date", "published on", "article date"),
        new("report.language", "Language of the report", false, "language", "lang", "report language"),
        new("report.author", "Author", false, "author", "authors", "by", "reporter", "report author"),
        new("report.originGroup", "Copied from", false, "origin group", "origin", "agency", "wire"),
        new("excerpt.passage", "Passage", true, "passage", "quote", "quotation", "excerpt", "text"),
        new("excerpt.translation", "Translation of the passage", false, "translation", "english", "in english", "translated passage", "passage in english", "passage translated"),
        new("excerpt.highlight", "Highlighted words", false, "highlight", "highlighted"),
        new("excerpt.pointer", "Place of the passage", false, "pointer", "paragraph", "place", "page"),
        new("credibility", "How credible", true, "claim credibility", "credibility of claim"),
        new("statement", "What the report says", false, "claim", "said"),
        new("collections", "Collections", false, "collection", "sets", "tags"),
    ];

    private static readonly Dictionary<string, ImportField> ByKey = All.ToDictionary(f => f.Key, StringComparer.Ordinal);

    // In the file's words, so that "Report title", "report_title" and "REPORT.TITLE" are one.
    private static readonly Dictionary<string, string> ByName = All
        .SelectMany(f => f.Synonyms.Append(f.Label).Append(f.Key).Select(name => (Name: Plain(name), f.Key)))
        .GroupBy(n => n.Name).Where(g => g.Select(n => n.Key).Distinct().Count() == 1)
        .ToDictionary(g => g.Key, g => g.First().Key, StringComparer.Ordinal);

    public static ImportField? Find(string key) => ByKey.GetValueOrDefault(key);

    public static bool IsKnown(string key, CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(codebook);
        return ByKey.ContainsKey(key)
            || (key.StartsWith(OfKind, StringComparison.Ordinal) && codebook.Types.Any(t => t.Attributes.Any(a => a.Key == key[OfKind.Length..])));
    }

    /// <summary>What people call a field: "Toward whom", or the label of a kind's own field.</summary>
    public static string LabelOf(string key, CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(codebook);
        return ByKey.GetValueOrDefault(key)?.Label
            ?? (key.StartsWith(OfKind, StringComparison.Ordinal)
                ? codebook.Types.SelectMany(t => t.Attributes).FirstOrDefault(a => a.Key == key[OfKind.Length..])?.Label
                : null)
            ?? key;
    }

    /// <summary>The field a header means; null where it means none, or could mean two.</summary>
    public static string? Recognise(string header, CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var name = Plain(header);
        if (ByName.TryGetValue(name, out var key))
            return key;
        var own = name.StartsWith("attributes ", StringComparison.Ordinal) ? name["attributes ".Length..]
            : name.StartsWith("attribute ", StringComparison.Ordinal) ? name["attribute ".Length..] : name;
        var keys = codebook.Types.SelectMany(t => t.Attributes).Where(a => Plain(a.Key) == own || Plain(a.Label) == own).Select(a => a.Key).Distinct().Take(2).ToList();
        return keys is [var only] ? OfKind + only : null;
    }

    // A capital inside a word begins a word: "publishedOn".
    private static string Plain(string name)
    {
        var words = new System.Text.StringBuilder();
        foreach (var (c, i) in name.Select((c, i) => (c, i)))
        {
            if (i > 0 && char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(name[i - 1]))
                words.Append(' ');
            words.Append(c);
        }
        return CountrySearch.Plain(words.ToString());
    }
}
