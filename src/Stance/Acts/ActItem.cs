using Stance.Countries;

namespace Stance.Acts;

/// <summary>One act as lists show it and the API returns it; scores by axis, silent axes left out.</summary>
/// <param name="From">First day it can have happened; equal to <paramref name="To"/> when the day is known, or nothing but the latest.</param>
/// <param name="Precision">day, week, month, interval, start or before.</param>
/// <param name="ScoredOn">The day used in the sum.</param>
/// <param name="Weight">Starting weight q·g.</param>
/// <param name="Attributes">The type's own fields, as JSON.</param>
/// <param name="State">published or retracted.</param>
public sealed record ActItem(
    ActId Id,
    CountryCode Country,
    CountryCode? Recipient,
    string Type,
    string Variant,
    DateOnly From,
    DateOnly To,
    string Precision,
    DateOnly ScoredOn,
    string Title,
    bool IsDeed,
    double Confidence,
    double EvidenceWeight,
    double Weight,
    string Attributes,
    IReadOnlyDictionary<string, double> Scores,
    IReadOnlyList<ClaimBrief> Claims,
    bool IsDisputed,
    string? Pointer,
    string State);

/// <summary>What a list tells of a claim: its rank, and how far its source and the claim itself are trusted.</summary>
public sealed record ClaimBrief(string Rank, int Credibility, string? Source, string? Reliability, string? Pointer);

/// <summary>An act, and since when it has been on file.</summary>
public sealed record DescribedAct(ActItem Act, DateTimeOffset KnownSince);

/// <summary>A page of acts; <paramref name="Next"/> asks for the following one, null = that was the last.</summary>
public sealed record ActList(IReadOnlyList<ActItem> Acts, string? Next)
{
    /// <summary>Words of the view's text that were taken for others.</summary>
    public IReadOnlyList<WordCorrection> Corrections { get; init; } = [];
}

/// <summary>An act with all that is claimed of it and where it stands written.</summary>
public sealed record ActWithSources(ActItem Act, IReadOnlyList<ActClaim> Claims);

/// <summary>A page of acts with their sources; <paramref name="Next"/> asks for the following one.</summary>
public sealed record ActSourceList(IReadOnlyList<ActWithSources> Acts, string? Next)
{
    /// <summary>Words of the view's text that were taken for others.</summary>
    public IReadOnlyList<WordCorrection> Corrections { get; init; } = [];
}
