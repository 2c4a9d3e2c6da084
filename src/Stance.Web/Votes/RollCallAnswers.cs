using Stance.Data.Votes;
using Stance.Votes;

namespace Stance.Web.Votes;

/// <param name="Next">Asks for the next page; null = this was the last.</param>
public sealed record RollCallsAnswer(IReadOnlyList<RollCallSummary> RollCalls, string? Next);

/// <param name="Axes">Where it is scored, so that its votes are acts.</param>
public sealed record RollCallSummary(
    Guid Id, string Body, string Symbol, string Title, DateOnly Date, int Version, VoteTally Tally, IReadOnlyList<string> Axes)
{
    public static RollCallSummary Of(RollCallItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new RollCallSummary(item.Id, item.Body, item.Symbol, item.Title, item.HeldOn, item.Version, item.Tally, item.Axes);
    }
}

/// <param name="Choice">Y, N, A or X.</param>
public sealed record VoteAnswer(string Country, string Choice);

/// <param name="Unreviewed">Whoever proposed it published it too.</param>
public sealed record ScoringAnswer(string Axis, string Favoured, DateTimeOffset Since, string? Reason, string? ProposedBy, string? PublishedBy, bool Unreviewed);

/// <param name="Favoured">Null = to be scored on this axis no longer.</param>
public sealed record ProposalAnswer(
    Guid Id, string Axis, string? Favoured, string Reason, DateTimeOffset ProposedAt, string? ProposedBy, string State, DateTimeOffset? DecidedAt, string? DecidedBy,
    string? Decision);

/// <param name="KnownFrom">Null = it came with the sample.</param>
public sealed record RollCallVersionAnswer(int Version, DateTimeOffset? KnownFrom, string Title, VoteTally Tally, string? Reason, string? ChangedBy);

public sealed record CorrectedVoteAnswer(string Country, string Was, string Became, DateTimeOffset At);

public sealed record RollCallAnswer(
    Guid Id, int Version, string Body, string Symbol, string Title, DateOnly Date, string? Meeting, string? Session, string? Url, VoteTally Tally,
    IReadOnlyList<VoteAnswer> Votes, IReadOnlyList<ScoringAnswer> Scorings, IReadOnlyList<ProposalAnswer> Proposals,
    IReadOnlyList<RollCallVersionAnswer> Versions, IReadOnlyList<CorrectedVoteAnswer> Corrected)
{
    public static RollCallAnswer Of(RollCallDetail detail)
    {
        ArgumentNullException.ThrowIfNull(detail);
        var r = detail.RollCall;
        return new RollCallAnswer(
            detail.Id, detail.Version, r.Body, r.Symbol, r.Title, r.HeldOn, r.Meeting, r.Session, r.Url, r.Tally, VotesOf(r),
            [.. detail.Scorings.Select(s => new ScoringAnswer(s.Axis, s.Favoured.Value, s.Since, s.Reason, s.ProposedBy, s.PublishedBy, s.IsUnreviewed))],
            [.. detail.Proposals.Select(p => new ProposalAnswer(
                p.Id, p.Axis, p.Favoured?.Value, p.Reason, p.ProposedAt, p.ProposedBy, p.State, p.DecidedAt, p.DecidedBy, p.Decision))],
            [.. detail.Versions.Select(v => new RollCallVersionAnswer(v.Version, v.KnownFrom, v.Title, v.Tally, v.Reason, v.ChangedBy))],
            [.. detail.Corrected.Select(c => new CorrectedVoteAnswer(c.Country.Value, Letter(c.Was), Letter(c.Became), c.At))]);
    }

    internal static IReadOnlyList<VoteAnswer> VotesOf(RollCall rollCall) => [.. rollCall.Votes.Select(v => new VoteAnswer(v.Country.Value, Letter(v.Choice)))];

    private static string Letter(VoteChoice choice) => choice.Letter().ToString();
}

/// <summary>The newest version, for whoever met it.</summary>
public sealed record CurrentRollCall(
    int Version, string Title, string? Meeting, string? Session, string? Url, VoteTally Tally, IReadOnlyList<VoteAnswer> Votes)
{
    public static CurrentRollCall Of(StoredRollCall stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var r = stored.RollCall;
        return new CurrentRollCall(stored.Version, r.Title, r.Meeting, r.Session, r.Url, r.Tally, RollCallAnswer.VotesOf(r));
    }
}

/// <summary>What was written; a repeated request gets the same.</summary>
public sealed record RollCallReceipt(Guid Id, int Version);
