using Stance.Codebook;
using Stance.ViewStates;

namespace Stance.Amounts;

/// <summary>The numbers that acts of a view carry.</summary>
/// <param name="Measure">The field charted; null = no act of the view is of a kind that has any.</param>
/// <param name="Choices">All that occur, the one known of most acts first.</param>
/// <param name="EarlierStages">Acts left out because a later stage of the same commitment stands for them.</param>
/// <param name="IsCut">More acts than are read at once: no total can be told.</param>
public sealed record AmountReport(
    ViewState View, Period Period, CodebookVersion Codebook, string? Measure, IReadOnlyList<MeasureChoice> Choices, IReadOnlyList<AmountSeries> Series,
    int EarlierStages, bool IsCut)
{
    public MeasureChoice? Choice { get; } = Choices.FirstOrDefault(c => c.Key == Measure);
}
