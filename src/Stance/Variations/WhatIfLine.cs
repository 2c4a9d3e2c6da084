using Stance.Acts;
using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Variations;

/// <summary>
/// M10: a country's line under assumed numbers. M1 as it stands, over scores and starting weights as assumed and with k₀ replaced;
/// with every factor 1 it is the line itself. OECD/JRC Handbook on Constructing Composite Indicators (2008).
/// </summary>
public static class WhatIfLine
{
    public static AlignmentLine Compute(ActSelection acts, Assumptions assumed, PriorSteps prior, Period period, IndexParameters codebook)
    {
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentNullException.ThrowIfNull(assumed);
        return AlignmentIndex.Compute(acts.Under(assumed).Evidence, prior, period, assumed.Parameters(codebook));
    }
}
