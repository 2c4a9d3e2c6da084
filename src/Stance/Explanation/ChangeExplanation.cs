using Stance.Acts;
using Stance.Alignment;

namespace Stance.Explanation;

/// <summary>In which way something moved the index between two moments.</summary>
public enum ChangeKind
{
    /// <summary>The act counts at the end and did not at the start: dated after it, or first known after it.</summary>
    New,

    /// <summary>The act counted at the start and no longer does: retracted, or corrected so that it falls out of the view.</summary>
    Withdrawn,

    /// <summary>The same act with another score, weight or day.</summary>
    Revised,

    /// <summary>The same act scored by another version of the codebook.</summary>
    Recoded,

    /// <summary>The act's own weight shrank with time.</summary>
    Faded,

    /// <summary>The act counts less, or more, because others stand beside it, or no longer do.</summary>
    Diluted,

    /// <summary>The starting value μ₀ moved: a tie began or ended.</summary>
    StartingValue,
}

/// <summary>One bar: what an act (or the starting value, without an act) did to the index in one way, in index points.</summary>
public sealed record ChangePart(ActId? Act, ChangeKind Kind, double Change);

/// <summary>
/// M3: the change of a country's index between two moments, split exactly: Σ parts = I₁ − I₀ to rounding. With
/// r = 1/(k₀ + W) and μ̄ the mean of the two starting values, I = μ̄ + k₀(μ₀ − μ̄)r + Σ w_i(s_i − μ̄)r; each term's change is shared
/// among its factors by Shapley's rule, for two factors the symmetric split: faded (s − μ̄)(w¹ − w⁰)·½(r⁰ + r¹),
/// diluted (s − μ̄)·½(w⁰ + w¹)(r¹ − r⁰). A part lies within ±20 index points.
/// Shapley (1953); additive attribution as in index-number and growth decompositions.
/// </summary>
public sealed record ChangeExplanation(double Start, double End, IReadOnlyList<ChangePart> Parts)
{
    /// <summary>A part smaller than this is rounding and is left out together with others of its kind.</summary>
    private const double Nothing = 1e-15;

    public double Change => End - Start;

    /// <summary>Acts that stand at both moments with the same score, weight, day and codebook only fade and are diluted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k₀ is not above 0, or the second moment's day lies before the first.</exception>
    public static ChangeExplanation Between(ChangeMoment from, ChangeMoment to, IndexParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parameters.PriorStrength);
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Day, from.Day);
        var split = new ActSplit(from, to, parameters);
        var starting = new ChangePart(null, ChangeKind.StartingValue, split.StartingValue());
        var parts = Pairs(from, to).SelectMany(pair => split.Of(pair.Old, pair.New)).Append(starting);
        return new ChangeExplanation(
            from.Index(parameters), to.Index(parameters),
            [.. parts.Where(p => Math.Abs(p.Change) > Nothing).OrderByDescending(p => Math.Abs(p.Change)).ThenBy(p => p.Act?.Id ?? Guid.Empty)]);
    }

    /// <summary>What all parts of one kind add up to.</summary>
    public double Sum(ChangeKind kind) => Parts.Where(p => p.Kind == kind).Sum(p => p.Change);

    private static IEnumerable<(KnownAct? Old, KnownAct? New)> Pairs(ChangeMoment from, ChangeMoment to)
    {
        var old = from.Acts.Where(a => a.Day <= from.Day.DayNumber).ToDictionary(a => a.Id);
        foreach (var act in to.Acts.Where(a => a.Day <= to.Day.DayNumber))
            yield return (old.Remove(act.Id, out var before) ? before : null, act);
        foreach (var gone in old.Values)
            yield return (gone, null);
    }
}
