using System.Text.Json;

namespace Stance.Data.Sample;

/// <summary>One report coded act by act, as it lies in <c>db/seed</c>.</summary>
internal sealed record SampleArticle(
    SampleCollection Collection,
    IReadOnlyList<SampleSource> Sources,
    IReadOnlyList<SampleReport> Reports,
    SampleReport Article,
    IReadOnlyList<SampleParent> Parents,
    IReadOnlyList<SampleExcerpt> Excerpts,
    IReadOnlyList<SampleEvent> Events,
    IReadOnlyList<SampleVoteClaims> Votes,
    IReadOnlyList<SampleTrigger> Triggers);

internal sealed record SampleCollection(string Code, string Name, string Description, string Citation);

internal sealed record SampleSource(string Name, string Reliability, string Url);

internal sealed record SampleReport(
    string Key, string Source, string Title, string? Author, DateOnly PublishedOn, string? Url, string Language, string OriginGroup,
    bool IsPartial, string? Sha256);

internal sealed record SampleParent(string Key, string Title, string Note);

internal sealed record SampleExcerpt(string Key, string Pointer, string Passage, int HighlightFrom, int HighlightTo);

internal sealed record SampleEvent(
    string Key, string Country, string? Recipient, string Type, string Variant, string Title,
    string HappenedFrom, string HappenedTo, string Precision, string ScoredOn,
    double Intensity, string? IntensityReason, double Confidence, string? ConfidenceReason, string? Note,
    string? Parent, string? Chain, string? Stage, IReadOnlyDictionary<string, JsonElement>? Attributes,
    IReadOnlyList<SampleOverride>? Overrides, IReadOnlyList<SampleClaim> Claims, bool IsScored = true);

internal sealed record SampleOverride(string Axis, double Score, string Reason);

/// <summary>A claim of the article has an excerpt, one of another report names the report.</summary>
internal sealed record SampleClaim(
    string Key, string Rank, int Credibility, string Statement, string? Excerpt, string? Report,
    IReadOnlyDictionary<string, JsonElement>? Attributes, string? Reason, bool ContradictsPreferred = false);

internal sealed record SampleVoteClaims(string Symbol, string Country, IReadOnlyList<SampleClaim> Claims);

internal sealed record SampleTrigger(string Key, string Title, DateOnly StartsOn, DateOnly? EndsOn, string? Note, DateOnly KnownFrom);

internal sealed record SampleRollCall(
    string Symbol, string Title, DateOnly HeldOn, string Meeting, string Session, string UndlId,
    int Yes, int No, int Abstain, int Absent, string Axis, string Favoured);

internal sealed record SampleVote(string Symbol, string Country, string Choice);
