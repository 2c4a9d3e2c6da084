using Stance.Alignment;
using Stance.Codebook;

namespace Stance.Recoding;

/// <summary>What the next version of the codebook changes in the one in force.</summary>
/// <param name="From">The version it was drafted from; it must still be in force when the draft is published.</param>
/// <param name="Version">Its name: "1.1".</param>
/// <param name="Sigma">σ of M1, score points, above 0 and at most 20.</param>
/// <param name="PriorStrength">k₀ of M1, pseudo-events, above 0 and at most 100.</param>
public sealed record CodebookDraft(string From, string Version, string Note, double Sigma, double PriorStrength)
{
    /// <summary>Every variant whose numbers are other than before.</summary>
    public IReadOnlyList<VariantNumbers> Variants { get; init; } = [];

    /// <summary>Every kind of act whose words, own fields, variants or standing are other than before, and every new one: whole, as it would be.</summary>
    public IReadOnlyList<EventType> Kinds { get; init; } = [];

    /// <summary>Every tie weight that is other than before, and every new one.</summary>
    public IReadOnlyList<TieWeight> Weights { get; init; } = [];

    public static CodebookDraft Of(CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        return new CodebookDraft(codebook.Version, "", "", codebook.Sigma, codebook.PriorStrength);
    }

    /// <summary>The codebook as it would be.</summary>
    public CodebookVersion Over(CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var changed = Variants.GroupBy(v => (v.Type, v.Variant)).ToDictionary(g => g.Key, g => g.Last());
        return codebook with
        {
            Version = Version,
            Sigma = Sigma,
            PriorStrength = PriorStrength,
            Types = [.. KindsOver(codebook).Select(t => t with { Variants = [.. t.Variants.Select(v => changed.TryGetValue((t.Code, v.Key), out var n) ? n.Over(v) : v)] })],
        };
    }

    /// <summary>A new kind stands after the last of its family.</summary>
    private List<EventType> KindsOver(CodebookVersion codebook)
    {
        var types = codebook.Types.Select(t => Kinds.LastOrDefault(k => k.Code == t.Code) ?? t).ToList();
        foreach (var kind in Kinds.Where(k => codebook.Find(k.Code) is null).DistinctBy(k => k.Code))
            types.Insert(types.FindLastIndex(t => t.Family == kind.Family) is >= 0 and var last ? last + 1 : types.Count, kind);
        return types;
    }

    /// <summary>The weights of ties as they would be.</summary>
    public IReadOnlyList<PriorWeight> Over(IEnumerable<PriorWeight> weights)
    {
        List<PriorWeight> old = [.. weights];
        return
        [
            .. old.Select(w => Weights.FirstOrDefault(t => t.Axis == w.Axis && t.Kind == w.Kind) is { } to ? w with { Weight = to.Weight } : w),
            .. Weights.Where(t => !old.Exists(w => w.Axis == t.Axis && w.Kind == t.Kind)).Select(t => new PriorWeight(t.Axis, t.Kind, t.Weight, null)),
        ];
    }
}

/// <summary>b, its range and g of one variant.</summary>
public sealed record VariantNumbers(string Type, string Variant, double Base, double Low, double High, double EvidenceWeight)
{
    public static VariantNumbers Of(EventType type, EventTypeVariant variant)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(variant);
        return new VariantNumbers(type.Code, variant.Key, variant.Base, variant.Low, variant.High, variant.EvidenceWeight);
    }

    internal EventTypeVariant Over(EventTypeVariant variant) => variant with { Base = Base, Low = Low, High = High, EvidenceWeight = EvidenceWeight };
}

/// <summary>What a kind of tie adds to the starting value on an axis.</summary>
public sealed record TieWeight(string Axis, string Kind, double Weight);
