using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Variations;

/// <summary>
/// M10: a country's line under assumed numbers. M1 as it stands, with k₀ replaced and each act's starting weight q·g multiplied by
/// the factor of its form; with every factor 1 it is the line itself. OECD/JRC Handbook on Constructing Composite Indicators (2008).
/// </summary>
public static class WhatIfLine
{
    /// <param name="deeds">Whether each act is a deed, in the order of the acts; the others are words.</param>
    public static AlignmentLine Compute(
        ActEvidence acts, IReadOnlyList<bool> deeds, PriorSteps prior, Period period, IndexParameters parameters, WhatIf assumed)
    {
        ArgumentNullException.ThrowIfNull(deeds);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(assumed);
        var weights = new double[acts.Count];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = acts.Weights[i] * (deeds[i] ? assumed.Deeds : assumed.Words);
        return AlignmentIndex.Compute(
            new ActEvidence(acts.Days, acts.Scores, weights), prior, period,
            parameters with { PriorStrength = assumed.PriorStrength ?? parameters.PriorStrength });
    }
}
