using System.Text.Json;
using Stance.Acts;
using Stance.Countries;

namespace Stance.Data.Acts;

internal sealed record ActRecord(
    string ActId, string Country, string? Recipient, string Type, string Variant, DateOnly FromDay, DateOnly ToDay, string Precision,
    DateOnly ScoredOn, string Title, bool IsDeed, double Confidence, double EvidenceWeight, string Attributes, string Scores,
    string Claims, bool IsDisputed, string? Pointer, int Version, string? Note, double Intensity, bool IsScored, string? Stage,
    Guid? ParentId, double SortKey)
{
    public ActItem ToItem() => new(
        Stance.Acts.ActId.TryParse(ActId, out var id) ? id : throw new InvalidOperationException($"Act id {ActId} is malformed."),
        new CountryCode(Country),
        Recipient is null ? null : new CountryCode(Recipient),
        Type, Variant, FromDay, ToDay, Precision, ScoredOn, Title, IsDeed, Confidence, EvidenceWeight, Confidence * EvidenceWeight,
        Attributes, JsonSerializer.Deserialize<Dictionary<string, double>>(Scores)!,
        JsonSerializer.Deserialize<ClaimBrief[]>(Claims, JsonSerializerOptions.Web)!, IsDisputed, Pointer, "published");
}

internal sealed record ClaimRecord(
    Guid Id, string Rank, short Credibility, string Statement, string? Reason, string? Source, string? Reliability, string? ReportTitle,
    string? ReportAuthor, DateOnly? PublishedOn, string? ReportUrl, bool IsPartial, string? Passage, int? HighlightFrom, int? HighlightTo,
    string? Pointer, bool IsBroken, string? Language, string? Translation)
{
    public ActClaim ToClaim() => new(
        Id, Rank, Credibility, Statement, Reason, Source, Reliability?[0], ReportTitle, ReportAuthor, PublishedOn, ReportUrl, IsPartial,
        Passage, HighlightFrom, HighlightTo, Pointer, IsBroken, Language, Translation);
}

internal sealed record ClaimOfActRecord(
    string Country, Guid Act, Guid Id, string Rank, short Credibility, string Statement, string? Reason, string? Source, string? Reliability,
    string? ReportTitle, string? ReportAuthor, DateOnly? PublishedOn, string? ReportUrl, bool IsPartial, string? Passage, int? HighlightFrom,
    int? HighlightTo, string? Pointer, string? Language, string? Translation)
{
    public ActClaim ToClaim() => new(
        Id, Rank, Credibility, Statement, Reason, Source, Reliability?[0], ReportTitle, ReportAuthor, PublishedOn, ReportUrl, IsPartial,
        Passage, HighlightFrom, HighlightTo, Pointer, Language: Language, Translation: Translation);
}

internal sealed record VersionRecord(
    int Version, DateTime KnownFrom, DateTime? KnownTo, DateTime RecordedAt, string Title, string State, string? Reason, string? ChangedBy,
    string? IntensityReason, string? ConfidenceReason, Guid? MergedInto)
{
    public ActVersion ToVersion() => new(Version, KnownFrom, KnownTo, RecordedAt, Title, State, Reason, ChangedBy, MergedInto);
}
