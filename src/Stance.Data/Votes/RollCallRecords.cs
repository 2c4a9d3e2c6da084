using Stance.Countries;
using Stance.Votes;

namespace Stance.Data.Votes;

/// <summary>A roll call in a list.</summary>
public sealed record RollCallItem(
    Guid Id, string Body, string Symbol, string Title, DateOnly HeldOn, int Version, VoteTally Tally, IReadOnlyList<string> Axes, bool HasProposal);

/// <summary>A page of roll calls; <paramref name="Next"/> asks for the next one, null = this was the last.</summary>
public sealed record RollCallList(IReadOnlyList<RollCallItem> RollCalls, string? Next);

/// <summary>The side a roll call is scored for on an axis, since when, by whom and why; the sample's have no person.</summary>
/// <param name="IsUnreviewed">Whoever proposed it published it too.</param>
public sealed record RollCallScoring(
    string Axis, CountryCode Favoured, DateTimeOffset Since, string? Reason, string? ProposedBy, string? PublishedBy, bool IsUnreviewed);

/// <summary>A proposal for a scoring, whatever became of it.</summary>
/// <param name="State">open, published, declined or replaced.</param>
public sealed record ScoringProposal(
    Guid Id, string Axis, CountryCode? Favoured, string Reason, DateTimeOffset ProposedAt, string? ProposedBy, Guid? ProposedById, string State,
    DateTimeOffset? DecidedAt, string? DecidedBy, string? Decision)
{
    public bool IsOpen => State == "open";
}

/// <summary>A version of what is said of a roll call; the first of the sample was always known.</summary>
public sealed record RollCallVersion(
    int Version, DateTimeOffset? KnownFrom, string Title, VoteTally Tally, string? Reason, string? ChangedBy);

/// <summary>A vote that was known otherwise before.</summary>
public sealed record CorrectedVote(CountryCode Country, VoteChoice Was, VoteChoice Became, DateTimeOffset At);

/// <summary>A roll call in full, with the votes within the reader's scope.</summary>
public sealed record RollCallDetail(
    Guid Id,
    int Version,
    RollCall RollCall,
    IReadOnlyList<RollCallScoring> Scorings,
    IReadOnlyList<ScoringProposal> Proposals,
    IReadOnlyList<RollCallVersion> Versions,
    IReadOnlyList<CorrectedVote> Corrected);
