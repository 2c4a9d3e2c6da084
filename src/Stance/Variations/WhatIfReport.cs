using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Variations;

/// <summary>The lines of a view as they stand, and as they would be under other numbers; nothing on file is changed.</summary>
public sealed record WhatIfReport(
    ViewState View, WhatIf Assumed, Period Period, Axis Axis, IReadOnlyList<WhatIfCountry> Countries, CodebookVersion Codebook)
{
    /// <summary>The order of all countries with acts, whichever the view names.</summary>
    public required WorldOrder World { get; init; }

    /// <summary>Spearman's ρ of the countries' order on the last day, as it stands against as assumed.</summary>
    public double? Order => RankCorrelation.Spearman([.. Countries.Select(c => c.Base.Last.Index)], [.. Countries.Select(c => c.Assumed.Last.Index)]);
}

/// <summary>One country's line as it stands and under the assumed numbers.</summary>
public sealed record WhatIfCountry(Country Country, AlignmentLine Base, AlignmentLine Assumed)
{
    /// <summary>Assumed minus base on the last day.</summary>
    public double Difference => Assumed.Last.Index - Base.Last.Index;
}
