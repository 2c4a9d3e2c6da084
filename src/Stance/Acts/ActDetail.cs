using Stance.Commitments;

namespace Stance.Acts;

/// <summary>An act in full: how its score came about, what each report claims, where it stands written, and how it changed.</summary>
/// <param name="Whole">The act of several states it is one state's part of.</param>
/// <param name="Stages">Of the commitment it is a stage of, itself among them; none where it is a stage of nothing.</param>
public sealed record ActDetail(
    ActItem Act,
    int Version,
    string? Note,
    double Intensity,
    string? IntensityReason,
    string? ConfidenceReason,
    ActTogether? Whole,
    string? Stage,
    bool IsScored,
    IReadOnlyList<ActStage> Stages,
    IReadOnlyList<AxisScoring> Scorings,
    IReadOnlyList<ActClaim> Claims,
    IReadOnlyList<ActCollection> Collections,
    IReadOnlyList<ActVersion> Versions);

/// <summary>How the score on one axis came about: base × pole weight + expectation, or an override with its reason.</summary>
public sealed record AxisScoring(
    string Axis,
    double? BaseScore,
    double? PoleWeight,
    double Expectation,
    double? Override,
    string? OverrideReason,
    double Score,
    double Weight);

/// <summary>What one report says of an act: rank preferred, normal or deprecated; credibility 1–6; the passage with its highlight.</summary>
/// <param name="Language">Of the report, and so of the passage: "ru".</param>
/// <param name="Translation">What the passage says in English; null where it needs none or has none.</param>
public sealed record ActClaim(
    Guid Id,
    string Rank,
    int Credibility,
    string Statement,
    string? Reason,
    string? Source,
    char? Reliability,
    string? ReportTitle,
    string? ReportAuthor,
    DateOnly? PublishedOn,
    string? ReportUrl,
    bool IsPartial,
    string? Passage,
    int? HighlightFrom,
    int? HighlightTo,
    string? Pointer,
    bool IsBroken = false,
    string? Language = null,
    string? Translation = null);

/// <summary>One version of an act in knowledge time.</summary>
public sealed record ActVersion(
    int Version, DateTimeOffset KnownFrom, DateTimeOffset? KnownTo, DateTimeOffset RecordedAt, string Title, string State, string? Reason, string? ChangedBy,
    Guid? MergedInto = null);
