using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;

namespace Stance.Recoding;

/// <summary>A number that two codebooks give differently: "Visits, base score"; null = the codebook has no such number.</summary>
public sealed record NumberChange(string What, double? Before, double? After);

/// <summary>Words that two codebooks give differently: "Visits, definition"; null = the codebook says nothing.</summary>
public sealed record TextChange(string What, string? Before, string? After);

/// <summary>All that two codebooks give differently, side by side, in the order of the codebook: its own numbers, kinds of act, ties.</summary>
public sealed record CodebookDiff(IReadOnlyList<NumberChange> Numbers, IReadOnlyList<TextChange> Texts)
{
    public bool IsEmpty => Numbers.Count + Texts.Count == 0;

    /// <param name="register">Gives ties and axes their names.</param>
    public static CodebookDiff Between(
        CodebookVersion before, IEnumerable<PriorWeight> worthBefore, CodebookVersion after, IEnumerable<PriorWeight> worthAfter, Register register)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(worthBefore);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(worthAfter);
        ArgumentNullException.ThrowIfNull(register);
        var (old, now) = (worthBefore.ToDictionary(w => (w.Axis, w.Kind), w => w.Weight), worthAfter.ToDictionary(w => (w.Axis, w.Kind), w => w.Weight));
        var codes = before.Types.Select(t => t.Code).Union(after.Types.Select(t => t.Code)).ToList();
        return new CodebookDiff(
            [.. new[] { new NumberChange("σ, spread of acts", before.Sigma, after.Sigma), new("k₀, strength of the start", before.PriorStrength, after.PriorStrength) }
                .Concat(codes.SelectMany(code => NumbersOf(before.Find(code), after.Find(code))))
                .Concat(old.Keys.Union(now.Keys).Select(k => new NumberChange(
                    NameOf(k.Axis, k.Kind, register), old.TryGetValue(k, out var b) ? b : null, now.TryGetValue(k, out var a) ? a : null)))
                .Where(c => c.Before != c.After)],
            [.. codes.SelectMany(code => TextsOf(before.Find(code), after.Find(code))).Where(c => c.Before != c.After)]);
    }

    /// <summary>"Visits", or where a kind has several variants "Roll-call vote: abstain".</summary>
    public static string NameOf(EventType type, EventTypeVariant variant)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(variant);
        return type.Variants.Count == 1 ? type.Name : $"{type.Name}: {variant.Label}";
    }

    /// <summary>"NATO, Russia’s war".</summary>
    public static string NameOf(string axis, string tie, Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return $"{register.Ties.Kinds.FirstOrDefault(k => k.Code == tie)?.Name ?? tie}, {register.Axes.GetValueOrDefault(axis)?.Name ?? axis}";
    }

    private static IEnumerable<NumberChange> NumbersOf(EventType? before, EventType? after)
    {
        var named = after ?? before!;
        foreach (var key in (before?.Variants ?? []).Select(v => v.Key).Union((after?.Variants ?? []).Select(v => v.Key)))
        {
            var (old, now) = (before?.FindVariant(key), after?.FindVariant(key));
            var name = NameOf(named, (now ?? old)!);
            yield return new($"{name}, base score", old?.Base, now?.Base);
            yield return new($"{name}, range from", old?.Low, now?.Low);
            yield return new($"{name}, range to", old?.High, now?.High);
            yield return new($"{name}, weight of evidence", old?.EvidenceWeight, now?.EvidenceWeight);
            yield return new($"{name}, confidence on record", old?.DefaultConfidence, now?.DefaultConfidence);
        }
    }

    private static IEnumerable<TextChange> TextsOf(EventType? before, EventType? after)
    {
        var (name, named) = ((before ?? after)!.Name, (after ?? before)!);
        yield return new($"{name}, name", before?.Name, after?.Name);
        yield return new($"{name}, family", before?.Family, after?.Family);
        yield return new($"{name}, definition", before?.Definition, after?.Definition);
        yield return new($"{name}, example", before?.Example, after?.Example);
        yield return new($"{name}, new acts", OfferWords(before), OfferWords(after));
        yield return new($"{name}, PLOVER", MappingWords(before?.Plover), MappingWords(after?.Plover));
        yield return new($"{name}, CAMEO", MappingWords(before?.Cameo), MappingWords(after?.Cameo));
        yield return new($"{name}, note on PLOVER and CAMEO", before?.MappingNote, after?.MappingNote);
        foreach (var key in (before?.Variants ?? []).Select(v => v.Key).Union((after?.Variants ?? []).Select(v => v.Key)))
        {
            var (old, now) = (before?.FindVariant(key), after?.FindVariant(key));
            var variant = NameOf(named, (old ?? now)!);
            yield return new($"{variant}, label", old?.Label, now?.Label);
            yield return new($"{variant}, words or deeds", ModeWords(old), ModeWords(now));
            yield return new($"{variant}, expected of allies", YesWords(old?.TakesExpectation), YesWords(now?.TakesExpectation));
            yield return new($"{variant}, needs a reason", YesWords(old?.ReasonRequired), YesWords(now?.ReasonRequired));
        }
        foreach (var key in (before?.Attributes ?? []).Select(a => a.Key).Union((after?.Attributes ?? []).Select(a => a.Key)))
        {
            var (old, now) = (before?.Attributes.FirstOrDefault(a => a.Key == key), after?.Attributes.FirstOrDefault(a => a.Key == key));
            yield return new($"{name}, own field {(old ?? now)!.Label}", FieldWords(old), FieldWords(now));
        }
    }

    private static string? OfferWords(EventType? type) => type is null ? null : type.IsWithdrawn ? "not coded, withdrawn" : "coded";

    /// <summary>"073 (7.4) (fits)".</summary>
    public static string? MappingWords(CodeMapping? to) => to is null ? null : $"{to.Code} ({to.Quality switch { "exact" => "fits", "near" => "comes near", _ => "no counterpart" }})";

    private static string? ModeWords(EventTypeVariant? variant) => variant is null ? null : variant.IsDeed ? "deed" : "words";

    private static string? YesWords(bool? holds) => holds is null ? null : holds.Value ? "yes" : "no";

    /// <summary>All that a field's definition says: "Weight: number in t, 0 or more, must be answered".</summary>
    public static string? FieldWords(AttributeDefinition? field)
    {
        if (field is null)
            return null;
        var kind = field.Kind switch
        {
            AttributeKind.Number => "number",
            AttributeKind.WholeNumber => "whole number",
            AttributeKind.Date => "date",
            AttributeKind.Boolean => "yes or no",
            AttributeKind.Choice => $"one of {string.Join(", ", field.Choices ?? [])}",
            _ => "words",
        };
        var range = (field.Min, field.Max) switch
        {
            ({ } min, { } max) => FormattableString.Invariant($", {min:0.####} to {max:0.####}"),
            ({ } min, null) => FormattableString.Invariant($", {min:0.####} or more"),
            (null, { } max) => FormattableString.Invariant($", {max:0.####} or less"),
            _ => "",
        };
        return $"{field.Label}: {kind}{(field.Unit is { } unit ? $" in {unit}" : "")}{(field.UnitFrom is { } from ? $", unit from {from}" : "")}{range.Replace('-', '−')}"
            + $"{(field.Required ? ", must be answered" : "")}{(field.Sums ? "" : ", not added up")}{(field.Help is { } help ? $". {help}" : "")}";
    }
}
