using Stance.Codebook;
using Stance.Texts;

namespace Stance.Tests.Texts;

public sealed class KindScoringTests
{
    private static readonly EventType Aid = Passages.Kind("HUM-AIDF", "Aid shipment or flight", "Relief goods are physically sent.", "Tents to Norway: +5.");
    private static readonly EventType Host = Passages.Kind("DIP-HOST", "Hosts", "Receives a leader or delegation.", "Norway hosts a delegation: +3.");
    private static readonly EventType Symbol = Passages.Kind("LEG-SYMB", "Bans symbol", "Outlaws the public display of a symbol.", "A flag is outlawed: +4.");
    private readonly KindScoring scoring = new(new CodebookVersion("1", default, 4, 2, [Aid, Host, Symbol]), Passages.Names);

    [Theory]
    [InlineData("dispatched a Boeing 767 carrying 28 tons of medicine to Ukraine", "HUM-AIDF")]
    [InlineData("hosted a U.S. delegation", "DIP-HOST")]
    [InlineData("prohibited displaying the letter", "LEG-SYMB")]
    public void Rank__words_of_one_sense__the_kind_they_speak_for(string chosen, string code) =>
        Assert.Equal(code, scoring.Rank(chosen, chosen, [])[0].Type.Code);

    [Fact]
    public void Rank__says_which_words_matched_the_heaviest_first() =>
        Assert.Equal(["delegation", "hosted"], scoring.Rank("hosted a U.S. delegation", "", [])[0].Matched.Order());

    [Fact]
    public void Rank__names_of_countries__speak_for_no_kind() => Assert.Empty(scoring.Rank("Norway and Ukraine", "Norwegian", []));

    [Fact]
    public void Rank__chosen_words__outweigh_the_rest_of_their_sentence() =>
        Assert.Equal("DIP-HOST", scoring.Rank("hosted guests", "sent relief goods, and hosted guests", [])[0].Type.Code);

    [Fact]
    public void Rank__an_act_on_file_with_the_same_words__speaks_for_its_kind_and_is_shown()
    {
        var precedent = new Precedent("1", "Convoy of blankets", "HUM-AIDF", "a convoy crossed");

        var first = scoring.Rank("another convoy crossed", "", [precedent])[0];

        Assert.Equal("HUM-AIDF", first.Type.Code);
        Assert.Equal(precedent, Assert.Single(first.Precedents));
        Assert.Empty(scoring.Rank("another convoy crossed", "", []));
    }
}
