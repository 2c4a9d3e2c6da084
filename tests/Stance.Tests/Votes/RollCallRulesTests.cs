using Stance.Countries;
using Stance.Votes;

namespace Stance.Tests.Votes;

public sealed class RollCallRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly RecordNames Names = new(Few.Countries.Values);

    // Eight of the few have a seat in 2022: three are named here, five are absent.
    private static readonly RollCallDraft Good = new()
    {
        Body = VotingBody.GeneralAssembly,
        Symbol = "A/RES/ES-11/1",
        Title = "Aggression against Ukraine",
        Date = "2022-03-02",
        Yes = 1,
        No = 1,
        Abstain = 1,
        Absent = 5,
        Votes = [new("ALB", "Y"), new("Kazakhstan", "abstain"), new("RUS", "No")],
    };

    [Fact]
    public void Check__votes_that_come_to_the_tally__are_a_roll_call_of_all_members()
    {
        var check = RollCallRules.Check(Good, Few.Register, Names, Today);

        Assert.Empty(check.Breaches);
        Assert.Equal(new VoteTally(1, 1, 1, 5), check.RollCall!.Tally);
        Assert.Equal(8, check.RollCall.Votes.Count);
        Assert.DoesNotContain(check.RollCall.Votes, v => v.Country.Value is "TWN" or "SUN" or "MAC");
    }

    [Fact]
    public void Check__a_tally_that_differs__says_both_numbers_and_what_to_do()
    {
        var check = RollCallRules.Check(Good with { Yes = 2, Absent = 4 }, Few.Register, Names, Today);

        Assert.Equal(["yes tally", "absent tally"], check.Breaches.Select(b => $"{b.Field} {b.Rule}"));
        Assert.Equal("The record has 2 that voted Yes, the votes entered come to 1. Correct the tally, or the votes.", check.Breaches[0].Message);
        Assert.Null(check.RollCall);
    }

    [Fact]
    public void Check__a_record_that_does_not_print_the_absent__counts_them() =>
        Assert.Equal(5, RollCallRules.Check(Good with { Absent = null }, Few.Register, Names, Today).RollCall?.Tally.Absent);

    [Theory]
    [InlineData("MAC", "Y", "votes[3].country seat")]
    [InlineData("SUN", "Y", "votes[3].country existed")]
    [InlineData("ALB", "Y", "votes[3].country twice")]
    [InlineData("Atlantis", "Y", "votes[3].country unknown")]
    [InlineData("PRK", "maybe", "votes[3].choice choice")]
    public void Check__a_vote_that_cannot_be__is_told_at_its_place(string country, string choice, string problem) =>
        Assert.Equal(
            [problem],
            RollCallRules.Check(Good with { Votes = [.. Good.Votes!, new VoteDraft(country, choice)] }, Few.Register, Names, Today).Breaches.Select(b => $"{b.Field} {b.Rule}"));

    [Fact]
    public void Check__an_empty_draft__asks_for_what_it_needs()
    {
        var check = RollCallRules.Check(new RollCallDraft { Url = "javascript:1", Symbol = "A/RES/ 1", Date = "2027-01-01" }, Few.Register, Names, Today);

        Assert.Equal(
            "abstain required, body required, date future, no required, symbol blank, title required, url address, votes required, yes required",
            string.Join(", ", check.Breaches.Select(b => $"{b.Field} {b.Rule}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Check__another_body__has_those_members_that_are_named() =>
        Assert.Equal(3, RollCallRules.Check(Good with { Body = "OSCE", Absent = 0 }, Few.Register, Names, Today).RollCall?.Votes.Count);
}
