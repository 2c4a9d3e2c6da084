using Stance.Countries;
using Stance.Votes;

namespace Stance.Data.Votes;

internal sealed record RollCallRow(
    Guid Id, int Version, string Body, string Symbol, string Title, DateOnly HeldOn, string? Meeting, string? Session, string? Url,
    int Yes, int No, int Abstain, int Absent)
{
    public RollCall ToRollCall(IReadOnlyList<Vote> votes) =>
        new(Body, Symbol, Title, HeldOn, Meeting, Session, Url, new VoteTally(Yes, No, Abstain, Absent), votes);
}

internal sealed record VoteRow(string Country, string Choice)
{
    public Vote ToVote() => new(new CountryCode(Country), VoteChoices.Read(Choice)!.Value);
}

internal sealed record ScoringRow(
    string Axis, string Favoured, DateTime Since, string? Reason, string? ProposedBy, string? PublishedBy, bool IsUnreviewed)
{
    public RollCallScoring ToScoring() => new(
        Axis, new CountryCode(Favoured), new DateTimeOffset(Since, TimeSpan.Zero), Reason, ProposedBy, PublishedBy, IsUnreviewed);
}
