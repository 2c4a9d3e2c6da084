using Stance.Acts;
using Stance.Shifts;

namespace Stance.Alignment;

/// <summary>What the analyst's page shows of a view: the lines, what they say, and as many of the acts as are described.</summary>
/// <param name="Forms">For one country, when the view does not narrow to words or deeds already.</param>
/// <param name="Acts">The first acts of the view in its order; empty when they are not read.</param>
public sealed record AnalystReport(
    AlignmentReport Alignment,
    AlignmentSummary Summary,
    WordsAndDeedsLines? Forms,
    ActList? Acts)
{
    /// <summary>Words minus deeds on the last day.</summary>
    public WordsAndDeeds? Gap => Forms?.Last;

    /// <summary>For one country: its breaks in the period.</summary>
    public CountryShifts? Shifts { get; init; }

    public IReadOnlyList<FoundBreak> Breaks => Shifts?.Breaks ?? [];

    public IReadOnlyDictionary<ActId, ActItem> Described { get; } =
        Acts?.Acts.ToDictionary(a => a.Id) ?? new Dictionary<ActId, ActItem>();

    public int Count => Alignment.Countries.Sum(c => c.InPeriod.Count());
}
