using System.Globalization;
using Stance.Codebook;

namespace Stance.Web.Recoding;

/// <summary>A kind of act as the texts of a form's fields, and back.</summary>
internal static class KindText
{
    public const string Yes = "yes";
    private const string No = "no";

    public static readonly IReadOnlyList<(string, string)> YesOrNo = [(Yes, "Yes"), (No, "No")];

    private static readonly IReadOnlyList<(AttributeKind Kind, string Key, string Name)> Named =
    [
        (AttributeKind.Text, "text", "Words"), (AttributeKind.Number, "number", "Number"), (AttributeKind.WholeNumber, "integer", "Whole number"),
        (AttributeKind.Date, "date", "Date"), (AttributeKind.Boolean, "boolean", "Yes or no"), (AttributeKind.Choice, "choice", "One of several"),
    ];

    public static IReadOnlyList<(string, string)> FieldKinds => [.. Named.Select(n => (n.Key, n.Name))];

    public static IEnumerable<KeyValuePair<string, string>> Of(EventType type)
    {
        var at = $"kinds.{type.Code}";
        return new (string Field, string? Text)[]
        {
            ($"{at}.name", type.Name), ($"{at}.family", type.Family), ($"{at}.definition", type.Definition), ($"{at}.example", type.Example),
            ($"{at}.plover", type.Plover?.Code), ($"{at}.ploverQuality", type.Plover?.Quality), ($"{at}.cameo", type.Cameo?.Code),
            ($"{at}.cameoQuality", type.Cameo?.Quality), ($"{at}.mappingNote", type.MappingNote), ($"{at}.withdrawn", Flag(type.IsWithdrawn)),
        }
        .Concat(type.Variants.SelectMany(v => new (string Field, string? Text)[]
        {
            ($"{at}.variants.{v.Key}.label", v.Label), ($"{at}.variants.{v.Key}.isDeed", Flag(v.IsDeed)),
            ($"{at}.variants.{v.Key}.takesExpectation", Flag(v.TakesExpectation)), ($"{at}.variants.{v.Key}.reasonRequired", Flag(v.ReasonRequired)),
            ($"{at}.variants.{v.Key}.defaultConfidence", Exact(v.DefaultConfidence)),
        }))
        .Concat(type.Attributes.SelectMany(a => new (string Field, string? Text)[]
        {
            ($"{at}.fields.{a.Key}.label", a.Label), ($"{at}.fields.{a.Key}.kind", Named.First(n => n.Kind == a.Kind).Key), ($"{at}.fields.{a.Key}.unit", a.Unit),
            ($"{at}.fields.{a.Key}.min", Exact(a.Min)), ($"{at}.fields.{a.Key}.max", Exact(a.Max)),
            ($"{at}.fields.{a.Key}.choices", string.Join('\n', a.Choices ?? [])), ($"{at}.fields.{a.Key}.help", a.Help),
            ($"{at}.fields.{a.Key}.required", Flag(a.Required)), ($"{at}.fields.{a.Key}.unitFrom", a.UnitFrom), ($"{at}.fields.{a.Key}.sums", Flag(a.Sums)),
        }))
        .Select(f => KeyValuePair.Create(f.Field, f.Text ?? ""));
    }

    /// <summary>The kind a form holds; numbers of variants on file are not its matter.</summary>
    public static EventType Read(string code, EventType? old, CodebookEntry entry)
    {
        var at = $"kinds.{code}";
        var variants = (old?.Variants ?? []).Select(v => v.Key).Concat(entry.Added($"{at}.variants."));
        var fields = (old?.Attributes ?? []).Select(a => a.Key).Where(k => entry.Word($"{at}.fields.{k}.removed") != Yes).Concat(entry.Added($"{at}.fields."));
        return new EventType(
            code, Line("name"), entry.Family(code), Line("definition"), Line("example"), [.. variants.Select(Variant)], [.. fields.Select(Field)],
            Mapping("plover"), Mapping("cameo"))
        {
            MappingNote = Or(Line("mappingNote")),
            IsWithdrawn = Line("withdrawn") == Yes,
        };

        string Line(string part) => entry.Word($"{at}.{part}").Trim();

        CodeMapping? Mapping(string scheme) => Line(scheme) is { Length: > 0 } to ? new CodeMapping(to, Line($"{scheme}Quality")) : null;

        EventTypeVariant Variant(string key)
        {
            var (numbers, known) = ($"variants.{code}.{key}", old?.FindVariant(key));
            return new EventTypeVariant(
                key, Line($"variants.{key}.label"), N("base", known?.Base), N("low", known?.Low), N("high", known?.High), N("evidenceWeight", known?.EvidenceWeight),
                Line($"variants.{key}.isDeed") == Yes, Line($"variants.{key}.takesExpectation") == Yes, Line($"variants.{key}.reasonRequired") == Yes,
                Number(Line($"variants.{key}.defaultConfidence")));

            double N(string part, double? then) => then ?? entry.Number($"{numbers}.{part}", double.NaN);
        }

        AttributeDefinition Field(string key)
        {
            var choices = Line($"fields.{key}.choices").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new AttributeDefinition(
                key, Line($"fields.{key}.label"), Named.FirstOrDefault(n => n.Key == Line($"fields.{key}.kind")).Kind, Or(Line($"fields.{key}.unit")),
                Number(Line($"fields.{key}.min")), Number(Line($"fields.{key}.max")), choices.Length == 0 ? null : choices, Or(Line($"fields.{key}.help")),
                Line($"fields.{key}.required") == Yes, Or(Line($"fields.{key}.unitFrom")), Line($"fields.{key}.sums") != No);
        }
    }

    public static bool Differs(EventType old, EventType now) => !Of(old).SequenceEqual(Of(now));

    private static string Flag(bool holds) => holds ? Yes : No;

    private static string? Or(string text) => text.Length == 0 ? null : text;

    private static string? Exact(double? number) => number?.ToString("R", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>What is no number breaks every range and so is said at its field.</summary>
    private static double? Number(string text) => text.Length == 0 ? null
        : double.TryParse(text.Replace('−', '-').Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
