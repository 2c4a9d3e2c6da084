using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;

namespace Stance.Events;

/// <summary>What the scoring rule needs to know of an act.</summary>
/// <param name="Intensity">b used: the variant's base score, or what a curator moved it to.</param>
/// <param name="Confidence">q.</param>
/// <param name="Overrides">Scores a curator set outright, by axis.</param>
public sealed record ScoredFacts(
    CountryCode Actor,
    CountryCode? Recipient,
    EventTypeVariant Variant,
    DateOnly ScoredOn,
    double Intensity,
    double Confidence,
    IReadOnlyDictionary<string, double> Overrides);

/// <summary>What an act comes to on one axis, and how.</summary>
/// <param name="PoleWeight">p of the recipient that day; null = on no pole, and only an override makes the act speak.</param>
/// <param name="Expectation">+1 or −1 where an ally of a pole withholds support.</param>
/// <param name="Score">s in [−10, +10].</param>
/// <param name="Weight">q·g.</param>
public sealed record AxisScore(
    string Axis, double BaseScore, double? PoleWeight, double Expectation, double? Override, double Score, double Weight);

/// <summary>
/// The scoring rule: s = b·p(recipient) + expectation, clamped to ±10; an override replaces s; weight q·g.
/// An act whose recipient is on no pole of an axis is silent there: no row, not zero. After Goldstein (1992).
/// </summary>
public static class ActScoring
{
    public static IReadOnlyList<AxisScore> Score(ScoredFacts act, IEnumerable<Axis> axes, TieBook ties)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(axes);
        ArgumentNullException.ThrowIfNull(ties);
        return [.. axes.Select(axis => On(axis, act, ties)).OfType<AxisScore>()];
    }

    /// <summary>q·g of a vote, an absence, or a coded act: its weight before it fades.</summary>
    public static double Weight(double confidence, EventTypeVariant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return confidence * variant.EvidenceWeight;
    }

    private static AxisScore? On(Axis axis, ScoredFacts act, TieBook ties)
    {
        var pole = act.Recipient is { } recipient ? axis.PoleWeight(recipient, act.ScoredOn) : null;
        double? chosen = act.Overrides.TryGetValue(axis.Code, out var score) ? score : null;
        if (pole is null && chosen is null)
            return null;
        var expectation = pole is not null && act.Variant.TakesExpectation
            ? -(double)ties.AllySide(axis.Code, act.Actor, act.ScoredOn)
            : 0;
        // Adding 0 turns the −0 of 0 × −1 into 0.
        var byRule = Math.Clamp((act.Intensity * (pole ?? 0)) + expectation, -10, 10) + 0.0;
        return new AxisScore(
            axis.Code, act.Intensity, pole, expectation + 0.0, chosen, chosen ?? byRule, Weight(act.Confidence, act.Variant));
    }
}
