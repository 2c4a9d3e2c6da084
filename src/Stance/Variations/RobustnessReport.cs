using Stance.ViewStates;

namespace Stance.Variations;

/// <summary>How firm the move of a country over a view's period is, against the codebook's numbers and against its sources.</summary>
/// <param name="Sources">From the least change to the greatest; empty without acts.</param>
public sealed record RobustnessReport(Period Period, MoveRobustness Move, IReadOnlyList<SourceChange> Sources)
{
    /// <summary>A change that prints as 0.00 has no sign to keep.</summary>
    public bool HasMove => Math.Abs(Move.Change) >= 0.005;
}
