using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stance.Acts;
using Stance.Codebook;
using Stance.Countries;
using Stance.Events;

namespace Stance.Imports;

/// <summary>Turns rows of a file into drafts, and checks them by the same rules as form and API. Safe to use from several threads.</summary>
/// <param name="grades">How reliable each source on file is, by its name in small letters.</param>
public sealed class RowReading(
    IReadOnlyList<string> headers, ImportMapping mapping, Register register, IReadOnlyDictionary<string, (string Name, string Reliability)> grades, DateOnly today)
{
    private const int LongestKey = 200;
    private const int LongestShown = 200;

    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Dictionary<string, int> places = headers.Select((h, i) => (Field: mapping.Columns.GetValueOrDefault(h), i))
        .Where(c => c.Field is not null).GroupBy(c => c.Field!).ToDictionary(g => g.Key, g => g.First().i);

    private readonly string[] attributes = [.. mapping.Columns.Values.OfType<string>().Concat(mapping.Constants.Keys)
        .Where(f => f.StartsWith(ImportFields.OfKind, StringComparison.Ordinal)).Distinct()];

    private readonly CountryNames countries = new(register.Countries);

    private readonly Dictionary<string, EventType> types = register.Codebook.Types
        .SelectMany(t => new[] { t.Code, t.Name }.Select(name => (Name: CountrySearch.Plain(name), Type: t)))
        .GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First().Type, StringComparer.Ordinal);

    /// <summary>The acts of several states that rows can be parts of.</summary>
    public WholeBook Wholes { get; init; } = new();

    /// <summary>Enters the whole that a row names; for all rows, before the first is read.</summary>
    public void Name(ImportRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var cells = new Cells(row, this);
        if (cells.Text(ImportFields.Whole) is { } key)
            Wholes.Name(row.Number, key, Title(cells));
    }

    public CheckedRow Read(ImportRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var cells = new Cells(row, this);
        var draft = Draft(cells);
        var content = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(draft, Canonical));
        var key = Key(cells, ImportFields.Key) ?? "content " + Convert.ToHexStringLower(content);
        var reading = EventRules.Read(draft, register, today, draft.Type);
        // What a cell says wrongly was said already; that the field is missing for it says nothing more.
        var said = cells.Breaches.Select(b => b.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var (breach, field) in reading.Breaches.Select(b => (b, FieldOf(b.Field))).Where(b => !said.Contains(b.Item2)))
            cells.Add(field, breach.Rule, breach.Message);
        return new CheckedRow(row.Number, key, content, draft, cells.Breaches.Count == 0 ? reading.Event : null, cells.Breaches);
    }

    private StanceEventDraft Draft(Cells cells)
    {
        var type = cells.Text("type") is { } code ? TypeOf(code) : null;
        var variant = cells.Text("variant");
        var passage = cells.Text("excerpt.passage");
        var (from, to) = Highlight(cells, passage);
        return new StanceEventDraft
        {
            Country = cells.Country("country"),
            Recipient = cells.Country("recipient"),
            Type = type?.Code ?? cells.Text("type"),
            Variant = variant is null ? null : VariantOf(type, variant),
            Date = cells.Date("date"),
            From = cells.Date("from"),
            To = cells.Date("to"),
            Precision = cells.Text("precision")?.ToLowerInvariant(),
            ScoredOn = cells.Date("scoredOn"),
            Title = cells.Text("title"),
            Attributes = attributes.Length == 0 ? null : Attributes(cells, type),
            Intensity = cells.Number("intensity"),
            IntensityReason = cells.Text("intensityReason"),
            Confidence = cells.Number("confidence"),
            ConfidenceReason = cells.Text("confidenceReason"),
            Parent = WholeOf(cells),
            Note = cells.Text("note"),
            Source = SourceOf(cells),
            Report = new ReportDraft(
                cells.Text("report.title"), cells.Text("report.url"), cells.Date("report.publishedOn"), cells.Text("report.language"),
                cells.Text("report.originGroup"), cells.Text("report.author")),
            Excerpt = new ExcerptDraft(passage, from, to, cells.Text("excerpt.pointer"), Translation: cells.Text("excerpt.translation")),
            Credibility = cells.Number("credibility") is { } grade ? (grade == Math.Floor(grade) && Math.Abs(grade) < 100 ? (int)grade : -1) : null,
            Statement = cells.Text("statement"),
            Collections = cells.Text("collections") is { } codes ? [.. codes.Split([';', ',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()] : null,
        };
    }

    private static string? Key(Cells cells, string field)
    {
        if (cells.Text(field) is not { } key)
            return null;
        if (key.Length > LongestKey)
            cells.Add(field, "length", $"Shorten the key to {LongestKey} characters.");
        else if (key.Any(char.IsControl))
            cells.Add(field, "characters", "Remove line ends and invisible characters from the key.");
        else if (key.Contains("E+", StringComparison.Ordinal) && CellText.Number(key) is not null)
            cells.Add(field, "cut", "The spreadsheet shortened this number. Format the column as text and enter the keys again.");
        return key;
    }

    /// <summary>The act of several states the row is one state's part of. It is no row: its rows share its key, and one of them says what it is called.</summary>
    private Guid? WholeOf(Cells cells)
    {
        var title = Title(cells);
        if (Key(cells, ImportFields.Whole) is not { } key)
        {
            if (title is not null)
                cells.Add(ImportFields.Whole, "required", "Give the key that the rows of this act of several states share, or leave its title empty too.");
            return null;
        }
        if (Wholes.Find(key) is not { } whole)
        {
            cells.Add(ImportFields.Whole, "unknown", $"There is no act of several states with the key “{Shorten(key)}” in this file or on file. Give its title in one of its rows, as “{ImportFields.Find(ImportFields.TitleOfWhole)!.Label}”.");
            return null;
        }
        if (title is not null && title != whole.Title)
        {
            cells.Add(ImportFields.TitleOfWhole, whole.Row is null ? "onFile" : "twice", whole.Row is { } row
                ? FormattableString.Invariant($"In row {row} it is called “{Shorten(whole.Title)}”. Give it one title.")
                : $"It is on file as “{Shorten(whole.Title)}”. Write it so, or leave this empty.");
        }
        return whole.Id;
    }

    private static string? Title(Cells cells)
    {
        var check = new RuleCheck();
        var title = check.Line(ImportFields.TitleOfWhole, cells.Text(ImportFields.TitleOfWhole), EventRules.LongestTitle, "the title of the whole");
        foreach (var breach in check.Breaches)
            cells.Add(breach.Field, breach.Rule, breach.Message);
        return title;
    }

    private EventType? TypeOf(string text) => register.Codebook.Find(text) ?? types.GetValueOrDefault(CountrySearch.Plain(text));

    private static string VariantOf(EventType? type, string text) => type?.Variants.FirstOrDefault(v =>
        string.Equals(v.Key, text, StringComparison.OrdinalIgnoreCase) || string.Equals(v.Label, text, StringComparison.OrdinalIgnoreCase))?.Key ?? text;

    /// <summary>A source on file brings its grade with it.</summary>
    private SourceDraft? SourceOf(Cells cells)
    {
        var name = cells.Text("source.name");
        var grade = cells.Text("source.reliability")?.ToUpperInvariant();
        if (name is not null && grades.TryGetValue(name.ToLowerInvariant(), out var known))
        {
            if (grade is not null && grade != known.Reliability)
                cells.Add("source.reliability", "onFile", $"{known.Name} is on file as {known.Reliability}. Leave this empty, or give this source another name.");
            grade = known.Reliability;
        }
        return new SourceDraft(null, name, grade, cells.Text("source.url"));
    }

    private static (int? From, int? To) Highlight(Cells cells, string? passage)
    {
        if (cells.Text("excerpt.highlight") is not { } words || passage is null)
            return (null, null);
        var at = passage.IndexOf(words, StringComparison.Ordinal);
        if (at < 0)
        {
            cells.Add("excerpt.highlight", "inside", "These words do not stand in the passage. Copy them from it, or leave this empty.");
            return (null, null);
        }
        var from = Runes(passage.AsSpan(0, at));
        return (from, from + Runes(words));
    }

    private static int Runes(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    private Dictionary<string, JsonElement> Attributes(Cells cells, EventType? type)
    {
        var values = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in attributes)
        {
            if (cells.Text(field) is not { } text)
                continue;
            var key = field[ImportFields.OfKind.Length..];
            values[key] = Value(cells, field, text, type?.Attributes.FirstOrDefault(a => a.Key == key));
        }
        return new Dictionary<string, JsonElement>(values);
    }

    private static JsonElement Value(Cells cells, string field, string text, AttributeDefinition? definition)
    {
        if (string.Equals(text, "not known", StringComparison.OrdinalIgnoreCase))
            return Json(null);
        switch (definition?.Kind)
        {
            case AttributeKind.Number or AttributeKind.WholeNumber:
                if (CellText.Number(text) is { } number)
                    return Json(number);
                cells.Add(field, "number", CellText.WhyNoNumber(text));
                return Json(null);
            case AttributeKind.Boolean:
                if (text.ToLowerInvariant() is "yes" or "no" or "true" or "false" or "1" or "0")
                    return Json(text.ToLowerInvariant() is "yes" or "true" or "1");
                cells.Add(field, "kind", "Write yes, no or not known.");
                return Json(null);
            case AttributeKind.Date:
                return Json(cells.Date(field));
            case AttributeKind.Choice:
                return Json(definition.Choices?.FirstOrDefault(c => string.Equals(c, text, StringComparison.OrdinalIgnoreCase)) ?? text);
            default:
                return Json(text);
        }
    }

    private static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(value);

    /// <summary>The rules' JSON path as the field of a column.</summary>
    private string FieldOf(string path) => path switch
    {
        "from" when !places.ContainsKey("from") => "date",
        "source" or "source.id" => "source.name",
        "excerpt" => "excerpt.passage",
        "excerpt.highlightFrom" or "excerpt.highlightTo" => "excerpt.highlight",
        _ when path.StartsWith("collections", StringComparison.Ordinal) => "collections",
        _ => path,
    };

    /// <summary>The cells of one row by field, and what is wrong with them.</summary>
    private sealed class Cells(ImportRow row, RowReading reading)
    {
        public List<RowBreach> Breaches { get; } = [];

        public string? Text(string field)
        {
            var text = Raw(field);
            if (text is null || !CellText.IsSheetError(text))
                return text;
            if (Breaches.TrueForAll(b => b.Field != field))
                Add(field, "formula", "A formula of the spreadsheet failed here. Put the value itself in its place.");
            return null;
        }

        public string? Date(string field)
        {
            if (Text(field) is not { } text)
                return null;
            if (CellText.Date(text) is { } iso)
                return iso;
            Add(field, "date", CellText.WhyNoDate(text));
            return null;
        }

        public double? Number(string field)
        {
            if (Text(field) is not { } text)
                return null;
            if (CellText.Number(text) is { } number)
                return number;
            Add(field, "number", CellText.WhyNoNumber(text));
            return null;
        }

        public string? Country(string field)
        {
            if (Text(field) is not { } text)
                return null;
            switch (reading.countries.Find(text))
            {
                case [var only]:
                    return only.Code.Value;
                case []:
                    Add(field, "unknown", $"There is no country \"{Shorten(text)}\" in the register. Write its name or its three letters, such as KAZ.");
                    return null;
                case var several:
                    Add(field, "ambiguous", $"This can be {string.Join(" or ", several.Take(4).Select(c => $"{c.Name} ({c.Code})"))}. Write the three letters.");
                    return null;
            }
        }

        public void Add(string field, string rule, string message) =>
            Breaches.Add(new RowBreach(row.Number, ColumnOf(field), field, Shorten(Raw(field) ?? ""), rule, message));

        private string? Raw(string field)
        {
            if (reading.places.TryGetValue(field, out var place) && place < row.Cells.Count && row.Cells[place] is { } cell && !string.IsNullOrWhiteSpace(cell))
                return cell.Trim();
            return reading.Constant(field);
        }

        private string ColumnOf(string field) => reading.places.TryGetValue(field, out var place)
            ? reading.HeaderAt(place)
            : ImportFields.LabelOf(field, reading.Codebook) + (reading.Constant(field) is null ? " (no column)" : " (for all rows)");
    }

    private CodebookVersion Codebook => register.Codebook;

    private string HeaderAt(int place) => headers[place];

    private string? Constant(string field) => mapping.Constants.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string Shorten(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
