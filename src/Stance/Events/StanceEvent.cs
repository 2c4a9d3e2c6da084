using System.Text.Json;
using Stance.Codebook;
using Stance.Countries;

namespace Stance.Events;

/// <summary>One dated act of one country toward a recipient, checked: it keeps every rule and can be stored.</summary>
public sealed record StanceEvent(
    CountryCode Country,
    CountryCode? Recipient,
    EventType Type,
    EventTypeVariant Variant,
    EventDates Dates,
    string Title,
    IReadOnlyDictionary<string, JsonElement> Attributes,
    double Intensity,
    string? IntensityReason,
    double Confidence,
    string? ConfidenceReason,
    IReadOnlyList<AxisOverride> Overrides,
    string? Note,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<string> Collections,
    Guid? Parent,
    Guid? Chain,
    string? Stage,
    bool IsScored)
{
    /// <summary>Which other states did it together with the country; a stored act has none, for each of them has an act of its own.</summary>
    public IReadOnlyList<CountryCode> Also { get; init; } = [];

    /// <summary>What the act of all these states is called; null = the title.</summary>
    public string? Whole { get; init; }

    /// <summary>The earlier act it is a later stage of, where it joins the chain of that act now.</summary>
    public Guid? Follows { get; init; }

    /// <summary>The later stage of its commitment that counts in its place; then it is not scored.</summary>
    public Guid? SupersededBy { get; init; }

    /// <summary>Where the answers of two coders stand: the act scores their mean with less weight (M1, disagreement).</summary>
    public IReadOnlyList<CodedScore> CodedScores { get; init; } = [];

    public ScoredFacts Facts => new(
        Country, Recipient, Variant, Dates.ScoredOn, Intensity, Confidence, Overrides.ToDictionary(o => o.Axis, o => o.Score));

    /// <summary>One act for each state, alike but for who acts, all of them parts of one whole.</summary>
    public IEnumerable<StanceEvent> Parts(Guid whole) =>
        Also.Prepend(Country).Select(country => this with { Country = country, Also = [], Whole = null, Parent = whole });
}

/// <summary>What the answers of two coders come to on one axis, each in [−10, +10].</summary>
public sealed record CodedScore(string Axis, double First, double Second);

/// <summary>The score a curator set outright on one axis, and why.</summary>
public sealed record AxisOverride(string Axis, double Score, string Reason);

public enum ClaimRank
{
    Preferred,
    Normal,
    Deprecated,
}

/// <summary>What one source says of an act; the index follows the preferred claim.</summary>
/// <param name="Source">Null with <paramref name="Report"/> for what is said elsewhere without a report on file.</param>
public sealed record Claim(
    ClaimRank Rank,
    bool ContradictsPreferred,
    int Credibility,
    string Statement,
    IReadOnlyDictionary<string, JsonElement> Attributes,
    Source? Source,
    Report? Report,
    Excerpt? Excerpt,
    string? Reason)
{
    /// <summary>How far this claim supports the act; null when it does not.</summary>
    public GradedReport? Support => Source is null || Rank == ClaimRank.Deprecated || ContradictsPreferred
        ? null
        : new GradedReport(new SourceGrade(Source.Reliability, Credibility), Report?.OriginGroup);
}

/// <summary>A publisher with its reliability A–F; without an id it is new.</summary>
public sealed record Source(Guid? Id, string Name, char Reliability, string? Url);

/// <summary>One article or record.</summary>
public sealed record Report(
    string Title, string? Author, DateOnly PublishedOn, string? Url, string Language, string? OriginGroup, bool IsPartial);

/// <summary>A pinned passage; the highlight counts Unicode characters, its end not included.</summary>
/// <param name="Passage">In the language of its report; what proves the act.</param>
/// <param name="Translation">What it says in English; no evidence by itself.</param>
public sealed record Excerpt(string Passage, int HighlightFrom, int HighlightTo, string Pointer, Pin? Pin = null, string? Translation = null);

/// <summary>Where a passage stands in a stored text, and the hash of that text.</summary>
public sealed record Pin(int From, int To, string TextSha256);
