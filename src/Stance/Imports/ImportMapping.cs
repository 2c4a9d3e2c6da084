using Stance.Codebook;
using Stance.Events;

namespace Stance.Imports;

/// <summary>Which field each column of a file stands for, and what holds for all its rows.</summary>
/// <param name="Columns">Field by header; a header that is missing or maps to nothing is left out.</param>
/// <param name="Constants">Value by field, for every row whose own cell is empty.</param>
/// <param name="Sender">Whose keys these are: the same key of two senders means two acts.</param>
public sealed record ImportMapping(
    IReadOnlyDictionary<string, string?> Columns, IReadOnlyDictionary<string, string> Constants, string Sender = ImportMapping.AnySender)
{
    public const string AnySender = "files";

    /// <summary>The headers matched to fields by name; of two that mean the same field only the first.</summary>
    public static ImportMapping Of(IReadOnlyList<string> headers, CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var taken = new HashSet<string>();
        return new ImportMapping(
            headers.ToDictionary(h => h, h => ImportFields.Recognise(h, codebook) is { } field && taken.Add(field) ? field : null),
            new Dictionary<string, string>());
    }

    /// <summary>The mapping with what somebody set by hand over what was recognised.</summary>
    public ImportMapping With(ImportMapping? chosen) => chosen is null
        ? this
        : new ImportMapping(
            Columns.Select(c => (c.Key, Value: Chosen(c.Key, c.Value, chosen))).ToDictionary(c => c.Key, c => c.Value),
            chosen.Constants, chosen.Sender);

    /// <summary>What must be set right before a row can be read.</summary>
    public IReadOnlyList<RuleBreach> Check(IReadOnlyList<string> headers, CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(codebook);
        var breaches = new List<RuleBreach>();
        foreach (var header in Columns.Keys.Where(h => !headers.Contains(h)))
            breaches.Add(new("columns", "unknown", $"The file has no column \"{Short(header)}\"."));
        foreach (var field in Columns.Values.OfType<string>().Concat(Constants.Keys).Distinct().Where(f => !ImportFields.IsKnown(f, codebook)))
            breaches.Add(new("columns", "unknown", $"There is no field \"{Short(field)}\"."));
        foreach (var twice in Columns.Where(c => c.Value is not null).GroupBy(c => c.Value).Where(g => g.Count() > 1))
            breaches.Add(new(twice.Key!, "twice", $"{ImportFields.LabelOf(twice.Key!, codebook)} is taken from {twice.Count()} columns: {string.Join(", ", twice.Select(c => Short(c.Key)))}. Keep one."));
        foreach (var missing in ImportFields.All.Where(f => f.Required && !IsGiven(f.Key)))
            breaches.Add(new(missing.Key, "required", $"Say which column holds {Lower(missing.Label)}, or set it for all rows."));
        if (!IsGiven("date") && !IsGiven("from"))
            breaches.Add(new("date", "required", "Say which column holds the date."));
        if (string.IsNullOrWhiteSpace(Sender) || Sender.Length > 100 || Sender.Any(char.IsControl))
            breaches.Add(new("sender", "length", "Name whose keys these are in 1 to 100 characters."));
        return breaches;
    }

    public bool IsGiven(string field) => Columns.Values.Contains(field) || (Constants.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value));

    private static string? Chosen(string header, string? recognised, ImportMapping chosen)
    {
        if (chosen.Columns.TryGetValue(header, out var field))
            return field;
        // What was given to another column by hand is taken from here.
        return recognised is not null && chosen.Columns.Values.Contains(recognised) ? null : recognised;
    }

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
