using Stance.Codebook;
using Stance.Countries;

namespace Stance.Events;

/// <summary>What a draft says as far as it can be read, every rule it breaks, and the act itself once it breaks none.</summary>
/// <param name="ConfidenceByRule">q as the sources give it; null while they are not graded.</param>
public sealed record EventReading(
    IReadOnlyList<RuleBreach> Breaches,
    CountryCode? Country,
    CountryCode? Recipient,
    EventType? Type,
    EventTypeVariant? Variant,
    EventDates? Dates,
    double? Intensity,
    double? ConfidenceByRule,
    double? Confidence,
    IReadOnlyList<AxisOverride> Overrides)
{
    public StanceEvent? Event { get; init; }

    /// <summary>Those of the further states that are known and hold no fault.</summary>
    public IReadOnlyList<CountryCode> Also { get; init; } = [];

    /// <summary>What can be scored already; null while actor, kind, date, intensity or confidence are missing.</summary>
    public ScoredFacts? Facts => Country is { } country && Variant is { } variant && Dates is { } dates && Intensity is { } b && Confidence is { } q
        ? new ScoredFacts(country, Recipient, variant, dates.ScoredOn, b, q, Overrides.ToDictionary(o => o.Axis, o => o.Score))
        : null;
}
