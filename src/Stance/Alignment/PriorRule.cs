namespace Stance.Alignment;

/// <summary>
/// Prior rule 1.0: μ₀ is the sum of a country's ties in force on the day, clamped to ±8; it moves on the day a tie starts or ends.
/// A stated convention, versioned with the codebook.
/// </summary>
public static class PriorRule
{
    public const double Bound = 8;

    /// <summary>μ₀ of one country on one axis, from its ties and the weights of that axis.</summary>
    public static PriorSteps Steps(IReadOnlyCollection<StructuralTie> ties, IReadOnlyCollection<PriorWeight> weights)
    {
        var days = ties.SelectMany(t => new[] { t.From, t.Until ?? t.From }).Distinct().Order();
        return new PriorSteps(days.Select(day => (day, On(ties, weights, day))));
    }

    public static double On(IEnumerable<StructuralTie> ties, IReadOnlyCollection<PriorWeight> weights, DateOnly day)
    {
        var kinds = ties.Where(t => t.InForceOn(day)).Select(t => t.Kind).ToHashSet();
        var sum = weights.Where(w => kinds.Contains(w.Kind))
            .GroupBy(w => w.OnceWith ?? w.Kind)
            .Sum(group => group.MaxBy(w => Math.Abs(w.Weight))!.Weight);
        return Math.Clamp(sum, -Bound, Bound);
    }
}
