using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Variations;

/// <summary>The countries of a view under the codebook and under up to four scenarios.</summary>
/// <param name="Outcomes">The codebook's first.</param>
public sealed record ScenarioComparison(ViewState View, Period Period, Axis Axis, IReadOnlyList<ScenarioOutcome> Outcomes, CodebookVersion Codebook)
{
    public ScenarioOutcome Base => Outcomes[0];
}

/// <summary>What one scenario makes of the view.</summary>
/// <param name="Scenario">Null = the codebook.</param>
/// <param name="Lines">The countries of the view, in the same order for every scenario.</param>
/// <param name="Order">The order of all countries with acts against the codebook's; null for the codebook itself.</param>
public sealed record ScenarioOutcome(Scenario? Scenario, IReadOnlyList<ScenarioLine> Lines, WorldOrder? Order);

/// <summary>One country's line under one scenario.</summary>
public sealed record ScenarioLine(Country Country, AlignmentLine Line)
{
    public double Level => Line.Last.Index;

    /// <summary>Last day minus first day of the period.</summary>
    public double Change => Line.Last.Index - Line.Index[0];
}
