using Stance.Texts;

namespace Stance.Tests.Texts;

public sealed class PartyProposalsTests
{
    [Theory]
    [InlineData(Passages.Start, "Russia dispatched more than 2,000 troops to its longtime ally Kazakhstan", "RUS", "KAZ")]
    [InlineData(Passages.Start, "Russian troops stormed into Ukraine", "RUS", "UKR")]
    [InlineData(Passages.Start, "It didn’t.", "KAZ?", "UKR?")]
    [InlineData(Passages.Promises, "promised to enforce Western sanctions against Moscow", "KAZ?", "RUS?")]
    [InlineData(Passages.Promises, "hosted a U.S. delegation", "KAZ?", "USA")]
    [InlineData(Passages.Promises, "said it would boost oil exports to Europe via routes that bypass Russia", "KAZ?", "RUS")]
    [InlineData(Passages.Forum, "Kazakh President Kassym-Jomart Tokayev flew to Russia", "KAZ", "RUS")]
    [InlineData(Passages.Forum, "Kazakhstan wouldn’t recognize the two Moscow-backed separatist states", "KAZ", "RUS?")]
    [InlineData(Passages.Forum, "Mr. Tokayev deflected the question", "KAZ", "UKR?")]
    [InlineData(Passages.Balance, "outlawed publicly displaying the Z sign that has become a pro-war symbol in Russia", "KAZ?", "RUS")]
    [InlineData(Passages.Flight, "abstained from a United Nations vote in early March on a resolution demanding that Russia end the invasion", "KAZ?", "RUS")]
    [InlineData(Passages.Flight, "dispatched a Boeing 767 carrying 28 tons of medicine to Ukraine", "KAZ?", "UKR")]
    [InlineData(Passages.Flight, "one of several aid flights it has sent", "KAZ?", "UKR?")]
    [InlineData("On Friday Norway and China met in Oslo.", "Norway and China met", "NOR", "CHN")]
    [InlineData("Ola Nordmann, a Norwegian lawmaker, spoke first. “We wait,” Mr. Nordmann said.", "We wait", "NOR?", null)]
    [InlineData("It rained all day.", "rained all day", null, null)]
    public void For__chosen_words__who_acts_and_toward_whom(string text, string chosen, string? actor, string? recipient)
    {
        var (article, pin) = Passages.Pinned(text, chosen);

        var parties = PartyProposals.For(article, pin, Passages.Names);

        Assert.Equal((actor, recipient), (Print(parties.Actor), Print(parties.Recipient)));
    }

    [Fact]
    public void For__more_countries_than_two__the_others_are_offered()
    {
        var (article, pin) = Passages.Pinned("Norway is [reaching out to countries like the U.S., Turkey and China].");

        Assert.Equal(["TUR", "CHN"], PartyProposals.For(article, pin, Passages.Names).Others.Select(o => o.Code.Value));
    }

    [Fact]
    public void For__a_person_named_before__the_speaker_by_the_full_name()
    {
        var (article, pin) = Passages.Pinned(Passages.Forum, "Mr. Tokayev deflected the question");

        Assert.Equal("Kassym-Jomart Tokayev", PartyProposals.For(article, pin, Passages.Names).Speaker?.FullName);
    }

    private static string? Print(PartyProposal? party) => party is null ? null : party.Code.Value + (party.IsSure ? "" : "?");
}
