using Stance.Acts;
using Stance.Data.Votes;
using Stance.Votes;
using Stance.Wording;

namespace Stance.Web.Votes;

/// <summary>How roll calls are told in words.</summary>
internal static class VoteWords
{
    public const string Source = "Votes: as entered from the official record of each body; of the General Assembly after the United Nations Dag Hammarskjöld Library, General Assembly Voting Data.";

    /// <summary>"141 yes, 5 no, 35 abstained, 12 absent".</summary>
    public static string Tally(VoteTally tally) => $"{tally.Yes} yes, {tally.No} no, {tally.Abstain} abstained, {tally.Absent} absent";

    public static string Scoring(RollCallScoring scoring, Register register)
    {
        var who = scoring switch
        {
            { Reason: null } => "with the sample",
            { IsUnreviewed: true } => $"proposed and published by {scoring.PublishedBy ?? "an API token"}; nobody else has looked at it",
            _ => $"proposed by {scoring.ProposedBy ?? "an API token"}, published by {scoring.PublishedBy ?? "an API token"}",
        };
        return $"{register.Axes[scoring.Axis].Name}: the text takes the side of {register.NameOf(scoring.Favoured)}, since {DateWords.Instant(scoring.Since)}, {who}.";
    }

    public static string Proposal(ScoringProposal proposal, Register register)
    {
        var what = proposal.Favoured is { } side
            ? $"{register.Axes[proposal.Axis].Name}: the side of {register.NameOf(side)}"
            : $"{register.Axes[proposal.Axis].Name}: to be scored no longer";
        return $"{what}, proposed {DateWords.Instant(proposal.ProposedAt)} by {proposal.ProposedBy ?? "an API token"}";
    }
}
