using System.Collections.Concurrent;
using Stance.Countries;

namespace Stance.Alignment;

/// <summary>All structural ties, and what follows from them: starting values, and who is a formal ally of which pole.</summary>
public sealed class TieBook(IReadOnlyList<TieKind> kinds, IReadOnlyList<StructuralTie> ties, IReadOnlyList<PriorWeight> weights)
{
    private readonly ILookup<CountryCode, StructuralTie> byCountry = ties.ToLookup(t => t.Country);
    private readonly ILookup<string, PriorWeight> byAxis = weights.ToLookup(w => w.Axis);
    private readonly ConcurrentDictionary<(string, CountryCode), PriorSteps> priors = [];

    public IReadOnlyList<TieKind> Kinds { get; } = kinds;

    public IEnumerable<StructuralTie> Of(CountryCode country) => byCountry[country];

    public IEnumerable<PriorWeight> AllWeights => byAxis.SelectMany(weight => weight);

    /// <summary>What a kind of tie adds on an axis; null = nothing.</summary>
    public double? WeightOf(string axis, string kind) => byAxis[axis].FirstOrDefault(w => w.Kind == kind)?.Weight;

    public PriorSteps Prior(string axis, CountryCode country) =>
        priors.GetOrAdd((axis, country), _ => PriorRule.Steps([.. byCountry[country]], [.. byAxis[axis]]));

    /// <summary>A book with one tie more, or with it in place of another; this one stays as it is.</summary>
    public TieBook With(StructuralTie tie, StructuralTie? insteadOf = null) =>
        new(Kinds, [.. byCountry.SelectMany(held => held).Where(held => held != insteadOf), tie], [.. byAxis.SelectMany(weight => weight)]);

    /// <summary>A book without a tie.</summary>
    public TieBook Without(StructuralTie tie) => new(Kinds, [.. byCountry.SelectMany(held => held).Where(held => held != tie)], [.. byAxis.SelectMany(weight => weight)]);

    /// <summary>The same ties, worth otherwise.</summary>
    public TieBook With(IReadOnlyList<PriorWeight> worth) => new(Kinds, [.. byCountry.SelectMany(held => held)], worth);

    /// <summary>The pole a country is formally bound to on a day: −1, +1, or 0 for none or both.</summary>
    public int AllySide(string axis, CountryCode country, DateOnly day)
    {
        var sides = byCountry[country]
            .Where(t => t.InForceOn(day) && Kinds.Any(k => k.Code == t.Kind && k.IsAlliance))
            .SelectMany(t => byAxis[axis].Where(w => w.Kind == t.Kind))
            .Select(w => Math.Sign(w.Weight))
            .Where(side => side != 0)
            .Distinct()
            .ToList();
        return sides.Count == 1 ? sides[0] : 0;
    }
}
