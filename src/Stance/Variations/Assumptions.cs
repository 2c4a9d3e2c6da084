using Stance.Acts;
using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Variations;

/// <summary>What is assumed, compiled against the columns' dictionaries, so that an act's score and weight are table look-ups.</summary>
public sealed class Assumptions
{
    /// <summary>Scores stay within the scale, whatever the factor.</summary>
    private const double Bound = 10;

    private readonly WhatIf assumed;
    private readonly double[] scores;
    private readonly double[] evidence;
    private readonly bool[] leftOut;

    private Assumptions(WhatIf assumed, double[] scores, double[] evidence, bool[] leftOut) =>
        (this.assumed, this.scores, this.evidence, this.leftOut) = (assumed, scores, evidence, leftOut);

    /// <param name="asOf">What was known of the acts' sources.</param>
    public static Assumptions Of(WhatIf assumed, ActColumns columns, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(assumed);
        ArgumentNullException.ThrowIfNull(columns);
        var (knownAt, without) = (asOf.KnownAt, assumed.LeftOut.ToHashSet());
        return new Assumptions(
            assumed,
            [.. columns.Types.Select(assumed.ScoreOf)],
            [.. Enumerable.Range(0, 101).Select(hundredths => assumed.Evidence.GetValueOrDefault(hundredths, 1))],
            [.. columns.SourceSets.Select(set => without.Count > 0 && set.RestsOnlyOn(without, knownAt))]);
    }

    public IndexParameters Parameters(IndexParameters codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        return codebook with { PriorStrength = assumed.PriorStrength ?? codebook.PriorStrength };
    }

    /// <summary>b·p by the factor of its kind, with or without the expectation, clamped; the score itself when nothing is assumed of it.</summary>
    internal double Score(ushort type, double score, float expectation)
    {
        var factor = scores[type];
        if (factor == 1 && (expectation == 0 || !assumed.IsWithoutExpectation))
            return score;
        var added = assumed.IsWithoutExpectation ? 0 : expectation;
        return Math.Clamp(((score - expectation) * factor) + added, -Bound, Bound);
    }

    internal double Weight(bool isDeed, byte hundredths, int sourceSet) =>
        leftOut[sourceSet] ? 0 : (isDeed ? assumed.Deeds : assumed.Words) * evidence[hundredths];
}
