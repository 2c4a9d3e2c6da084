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
        }
    }

    private static IEnumerable<TextChange> TextsOf(EventType? before, EventType? after)
    {
        var name = (before ?? after)!.Name;
        yield return new($"{name}, name", before?.Name, after?.Name);
        yield return new($"{name}, definition", before?.Definition, after?.Definition);
        yield return new($"{name}, example", before?.Example, after?.Example);
    }
}
