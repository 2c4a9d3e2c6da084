using System.Text.Json;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>A version of an act as its row holds it; the parameters of <c>InsertVersion.sql</c> and, many at once, of <c>OpenVersions.sql</c>.</summary>
internal sealed record VersionRow
{
    public required string Country { get; init; }

    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset KnownFrom { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string Title { get; init; }

    public string? Recipient { get; init; }

    public required string Codebook { get; init; }

    public required string Type { get; init; }

    public required string Variant { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required string Precision { get; init; }

    public required DateOnly ScoredOn { get; init; }

    public required double Intensity { get; init; }

    public string? IntensityReason { get; init; }

    public required string Attributes { get; init; }

    public required double Confidence { get; init; }

    public string? ConfidenceReason { get; init; }

    public required double EvidenceWeight { get; init; }

    public required string Mode { get; init; }

    public string? Note { get; init; }

    public Guid? Parent { get; init; }

    public Guid? Chain { get; init; }

    public string? Stage { get; init; }

    public required bool IsScored { get; init; }

    public Guid? SupersededBy { get; init; }

    public string? Reason { get; init; }

    public Guid? By { get; init; }

    public static VersionRow Of(EventTransaction work, StanceEvent act, Guid id, int version, DateTimeOffset knownFrom, string? reason) => new()
    {
        Country = act.Country.Value,
        Id = id,
        Version = version,
        KnownFrom = knownFrom,
        RecordedAt = work.Work.Now,
        Title = act.Title,
        Recipient = act.Recipient?.Value,
        Codebook = work.Register.Codebook.Version,
        Type = act.Type.Code,
        Variant = act.Variant.Key,
        From = act.Dates.From,
        To = act.Dates.To,
        Precision = EventDates.Print(act.Dates.Precision),
        ScoredOn = act.Dates.ScoredOn,
        Intensity = act.Intensity,
        IntensityReason = act.IntensityReason,
        Attributes = JsonSerializer.Serialize(act.Attributes),
        Confidence = act.Confidence,
        ConfidenceReason = act.ConfidenceReason,
        EvidenceWeight = act.Variant.EvidenceWeight,
        Mode = act.Variant.IsDeed ? "M" : "D",
        Note = act.Note,
        Parent = act.Parent,
        Chain = act.Chain,
        Stage = act.Stage,
        IsScored = act.IsScored,
        SupersededBy = act.SupersededBy,
        Reason = reason,
        By = work.Work.By,
    };
}

/// <summary>What a version comes to on one axis.</summary>
internal sealed record ScoreRow(
    string Country, Guid Id, int Version, string Axis, double BaseScore, double? PoleWeight, double Expectation, double Score, double Weight);

/// <summary>What two coders' answers come to on one axis of a version.</summary>
internal sealed record CodedScoreRow(string Country, Guid Id, int Version, string Axis, double First, double Second);
