using System.Text.Json;
using System.Text.RegularExpressions;
using Stance.Codebook;
using Stance.Events;
using Stance.Votes;

namespace Stance.Recoding;

/// <summary>What an act on file, or one source's claim of it, says in the own fields of its kind.</summary>
public sealed record FieldsOnFile(string Type, Guid Event, IReadOnlyDictionary<string, JsonElement> Values);

/// <summary>The rules of the kinds a draft changes or adds: their words, variants and own fields, and what acts on file hold them to.</summary>
public static partial class KindRules
{
    private const int LongestText = 1000;
    private const int LongestName = 100;

    public static bool IsCode(string? code) => code is not null && Code().IsMatch(code);

    public static bool IsVariantKey(string? key) => key is not null && VariantKey().IsMatch(key);

    public static bool IsFieldKey(string? key) => key is not null && FieldKey().IsMatch(key);

    internal static void Check(RuleCheck check, CodebookDraft draft, CodebookVersion codebook)
    {
        var next = draft.Over(codebook);
        foreach (var twice in draft.Kinds.GroupBy(k => k.Code).Where(g => g.Count() > 1))
            check.Add($"kinds.{twice.Key}.name", "twice", "This kind is given twice: keep one.");
        foreach (var kind in draft.Kinds)
        {
            var field = $"kinds.{kind.Code}";
            if (!IsCode(kind.Code))
                check.Add($"{field}.name", "code", "A code is three capital letters, a hyphen, and three or four capital letters, such as HUM-AIDF.");
            Text(check, $"{field}.name", kind.Name, LongestName, "the name");
            if (next.Types.Any(t => t.Code != kind.Code && string.Equals(t.Name, kind.Name, StringComparison.OrdinalIgnoreCase)))
                check.Add($"{field}.name", "taken", "Another kind has this name. Choose one of its own.");
            Text(check, $"{field}.definition", kind.Definition, LongestText, "the definition");
            Text(check, $"{field}.example", kind.Example, LongestText, "an example");
            Family(check, kind, next);
            Mapping(check, $"{field}.plover", kind.Plover);
            Mapping(check, $"{field}.cameo", kind.Cameo);
            if (kind.MappingNote?.Length > LongestText)
                check.Add($"{field}.mappingNote", "length", "Keep the note within 1,000 characters.");
            if (kind.IsWithdrawn && kind.Code == RollCall.Kind)
                check.Add($"{field}.withdrawn", "votes", "Recorded votes are acts of this kind: it stays.");
            if (kind.IsWithdrawn && codebook.Find(kind.Code) is null)
                check.Add($"{field}.withdrawn", "new", "A new kind is offered: leave it out, or offer it.");
            Variants(check, kind, codebook.Find(kind.Code));
            Fields(check, kind);
        }
    }

    /// <summary>
    /// What is on file stays as it was coded and can be corrected: a field that acts use is not taken away, its unit does not change, and what they say in it stays
    /// allowed. That a field must be answered binds from the next time somebody writes the act.
    /// </summary>
    public static IReadOnlyList<RuleBreach> CheckOnFile(CodebookDraft draft, CodebookVersion codebook, IEnumerable<FieldsOnFile> onFile)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(onFile);
        var acts = new Dictionary<string, (HashSet<Guid> Ids, string Message)>();
        var pairs = draft.Kinds.Select(k => (Old: codebook.Find(k.Code), Now: k)).Where(p => p.Old is not null).ToDictionary(p => p.Now.Code);
        foreach (var said in onFile)
        {
            if (!pairs.TryGetValue(said.Type, out var pair))
                continue;
            var (allowed, now) = (AttributeRules.Broken(said.Values, pair.Old!), AttributeRules.Broken(said.Values, pair.Now));
            foreach (var (key, value) in said.Values.Where(v => v.Value.ValueKind != JsonValueKind.Null))
            {
                if (pair.Old!.Attributes.FirstOrDefault(a => a.Key == key) is not { } old)
                    continue;
                var field = $"kinds.{said.Type}.fields.{key}";
                if (pair.Now.Attributes.FirstOrDefault(a => a.Key == key) is not { } next)
                    Add($"{field}.removed", $"Acts use {old.Label.ToLowerInvariant()}: the field stays.");
                else if (old.Unit != next.Unit || old.UnitFrom != next.UnitFrom)
                    Add($"{field}.unit", $"Acts give {old.Label.ToLowerInvariant()} in the unit of now: it stays. Add a field of its own for another unit.");
                else if (now.Contains(key) && !allowed.Contains(key))
                    Add($"{field}.label", $"Acts say something in {old.Label.ToLowerInvariant()} that would no longer be allowed. Leave room for it.");

                void Add(string at, string message)
                {
                    if (!acts.TryGetValue(at, out var found))
                        acts[at] = found = ([], message);
                    found.Ids.Add(said.Event);
                }
            }
        }
        return [.. acts.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new RuleBreach(
            a.Key, "on-file", FormattableString.Invariant($"{a.Value.Message} Acts on file: {a.Value.Ids.Count}.")))];
    }

    private static void Family(RuleCheck check, EventType kind, CodebookVersion next)
    {
        if (kind.Code.Length < 3)
            return;
        var field = $"families.{kind.FamilyCode}";
        if (check.Breaches.All(b => b.Field != field))
            Text(check, field, kind.Family, LongestName, "the family");
        if (next.Types.Any(t => t.FamilyCode == kind.FamilyCode && t.Family != kind.Family) && check.Breaches.All(b => b.Field != field))
            check.Add(field, "family", $"All kinds that begin with {kind.FamilyCode} are of one family.");
    }

    private static void Mapping(RuleCheck check, string field, CodeMapping? mapping)
    {
        if (mapping is null)
            return;
        Text(check, field, mapping.Code, LongestName, "the code");
        if (mapping.Quality is not ("exact" or "near" or "none"))
            check.Add($"{field}Quality", "quality", "Say whether the code fits, comes near, or is no counterpart.");
    }

    private static void Variants(RuleCheck check, EventType kind, EventType? before)
    {
        if (kind.Variants.Count == 0)
            check.Add($"kinds.{kind.Code}.name", "variants", "Give the kind at least one variant with its numbers.");
        foreach (var gone in (before?.Variants ?? []).Where(v => kind.FindVariant(v.Key) is null))
            check.Add($"kinds.{kind.Code}.variants.{gone.Key}.label", "gone", "A variant of the codebook stays. Withdraw the kind, or leave the variant unused.");
        foreach (var twice in kind.Variants.GroupBy(v => v.Key).Where(g => g.Count() > 1))
            check.Add($"kinds.{kind.Code}.variants.{twice.Key}.label", "twice", "This variant is given twice: keep one.");
        foreach (var variant in kind.Variants)
        {
            var field = $"kinds.{kind.Code}.variants.{variant.Key}";
            if (!IsVariantKey(variant.Key))
                check.Add($"{field}.label", "key", "A variant is called by small letters and hyphens, such as announced.");
            Text(check, $"{field}.label", variant.Label, LongestName, "the label");
            if (before?.FindVariant(variant.Key) is { } old && old.IsDeed != variant.IsDeed)
                check.Add($"{field}.isDeed", "mode", "Acts on file are counted as words or deeds by it: it stays. Add a variant of its own.");
            if (variant.DefaultConfidence is { } q && !(q >= Confidence.Lowest && q <= Confidence.Highest))
                check.Add($"{field}.defaultConfidence", "range", "The confidence on record lies between 0.05 and 1, or is left open.");
            CodebookRules.Numbers(check, $"variants.{kind.Code}.{variant.Key}", VariantNumbers.Of(kind, variant));
        }
    }

    private static void Fields(RuleCheck check, EventType kind)
    {
        foreach (var twice in kind.Attributes.GroupBy(a => a.Key).Where(g => g.Count() > 1))
            check.Add($"kinds.{kind.Code}.fields.{twice.Key}.label", "twice", "This field is given twice: keep one.");
        foreach (var definition in kind.Attributes)
        {
            var field = $"kinds.{kind.Code}.fields.{definition.Key}";
            if (!IsFieldKey(definition.Key))
                check.Add($"{field}.label", "key", "A field is called by small letters, digits and underscores, such as sent_on.");
            Text(check, $"{field}.label", definition.Label, LongestName, "the label");
            if (!Enum.IsDefined(definition.Kind))
                check.Add($"{field}.kind", "kind", "Choose what the field holds.");
            if (definition.Unit?.Length > LongestName)
                check.Add($"{field}.unit", "length", "Keep the unit within 100 characters.");
            if (definition.Help?.Length > LongestText)
                check.Add($"{field}.help", "length", "Keep the help within 1,000 characters.");
            if (!definition.IsNumeric && (definition.Unit ?? definition.UnitFrom) is not null)
                check.Add($"{field}.unit", "number", "Only a number has a unit.");
            if (!definition.IsNumeric && (definition.Min ?? definition.Max) is not null)
                check.Add($"{field}.min", "number", "Only a number has a range.");
            else if (!IsFinite(definition.Min) || !IsFinite(definition.Max) || definition.Min > definition.Max)
                check.Add($"{field}.min", "range", "Enter numbers, the lesser one first, or leave the range open.");
            var choices = definition.Choices ?? [];
            if (definition.Kind == AttributeKind.Choice && (choices.Count < 2 || choices.Any(string.IsNullOrWhiteSpace) || choices.Distinct().Count() < choices.Count))
                check.Add($"{field}.choices", "choices", "Give at least two choices, each once.");
            if (definition.Kind != AttributeKind.Choice && choices.Count > 0)
                check.Add($"{field}.choices", "choices", "Only a choice has choices.");
            if (definition.UnitFrom is { } from && kind.Attributes.All(a => a.Key != from || a.IsNumeric || a.Key == definition.Key))
                check.Add($"{field}.unitFrom", "unknown", "Name another field of this kind that says the unit in words.");
        }
    }

    private static bool IsFinite(double? number) => number is null || double.IsFinite(number.Value);

    private static void Text(RuleCheck check, string field, string? text, int longest, string what)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
            check.Add(field, "required", FormattableString.Invariant($"Enter {what}, in up to {longest:#,0} characters."));
    }

    [GeneratedRegex(@"\A[A-Z]{3}-[A-Z]{3,4}\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"\A[a-z][a-z-]*\z")]
    private static partial Regex VariantKey();

    [GeneratedRegex(@"\A[a-z][a-z0-9_]*\z")]
    private static partial Regex FieldKey();
}
