using Stance.Codebook;
using Stance.Search;

namespace Stance.Tests.Search;

public sealed class SearchTextTests
{
    private static readonly CodebookVersion Book = new("1.0", new DateOnly(1945, 1, 1), 4, 1,
    [
        Kind("HUM-AIDF", "Aid shipment or flight", [
            new("tonnes", "Weight", AttributeKind.Number, "t"), new("flights", "Flights", AttributeKind.WholeNumber),
            new("sent_on", "Sent on", AttributeKind.Date), new("cargo", "Cargo", AttributeKind.Text)]),
        Kind("MIL-DEPL", "Deploys in support", [
            new("troops", "Troops", AttributeKind.WholeNumber, "people"), new("host_consent", "Host consents", AttributeKind.Boolean)]),
        Kind("ECO-AID", "Pledges aid", [
            new("amount", "Amount", AttributeKind.Number, "USD"), new("instrument", "Instrument", AttributeKind.Choice, Choices: ["Loan", "Grant"])]),
        Kind("DIP-VIST", "Pays a visit", [
            new("rank", "Rank", AttributeKind.Choice, Choices: ["Head of state", "Minister"]), new("visitor", "Visitor", AttributeKind.Text),
            new("amount", "Amount", AttributeKind.Number), new("instrument", "Instrument", AttributeKind.Text)]),
    ]);

    [Fact]
    public void Parse__words_phrases_and_a_comparison__in_any_order()
    {
        var text = SearchText.Parse("medecine tonnes > 20 “days later” Kazakhstan", Book);

        Assert.Empty(text.Problems);
        Assert.Equal([new("medecine", false), new("days later", true), new SearchTerm("Kazakhstan", false)], text.Terms);
        var weight = Assert.IsType<NumberCondition>(Assert.Single(text.Conditions));
        Assert.Equal((Math.BitIncrement(20.0), double.MaxValue, "with tonnes over 20"), (weight.Low, weight.High, weight.Words));
        Assert.Equal(["HUM-AIDF"], text.Types);
    }

    [Theory]
    [InlineData("troops >= 2,000", "with troops of 2,000 or more")]
    [InlineData("troops≥2000", "with troops of 2,000 or more")]
    [InlineData("tonnes 5..30", "with tonnes from 5 to 30")]
    [InlineData("tonnes:5..30", "with tonnes from 5 to 30")]
    [InlineData("tonnes > 20t", "with tonnes over 20")]
    [InlineData("tonnes > 20 tons", "with tonnes over 20")]
    [InlineData("TROOPS < 100 people", "with troops under 100 people")]
    [InlineData("sent_on >= 2022-03-14", "with sent on from 14 March 2022 on")]
    [InlineData("sent_on = 2022-03", "with sent on from 1 March 2022 to 31 March 2022")]
    [InlineData("host_consent = yes", "with host consent: yes")]
    [InlineData("rank = \"head of STATE\"", "with rank “Head of state”")]
    [InlineData("rank:minister", "with rank “Minister”")]
    [InlineData("visitor:Tokayev", "with “Tokayev” in visitor")]
    [InlineData("visitor = \"Xi Jinping\"", "with visitor “Xi Jinping”")]
    [InlineData("instrument = loan", "with instrument “Loan”")]
    [InlineData("instrument:treaty", "with “treaty” in instrument")]
    [InlineData("kind:visit", "of the kind “Pays a visit”")]
    [InlineData("kind:aid", "of the kind “Aid shipment or flight” or “Pledges aid”")]
    [InlineData("kind:MIL-DEPL", "of the kind “Deploys in support”")]
    [InlineData("amount > 5 $", "with amount over 5 USD")]
    public void Parse__a_filter__says_in_words_what_it_understood_and_can_be_typed_again(string typed, string words)
    {
        var text = SearchText.Parse(typed, Book);

        Assert.Empty(text.Problems);
        Assert.Equal([words], text.Words);
        Assert.Empty(text.Terms);
        Assert.Equal([words], SearchText.Parse(text.ToString(), Book).Words);
    }

    [Theory]
    [InlineData("tonns > 20", "Acts have no field “tonns”. Did you mean “tonnes”?")]
    [InlineData("beauty = 3", "Acts have no field “beauty”. See Fields for those that can be filtered.")]
    [InlineData("tonnes > heavy", "“tonnes” is compared with a number: tonnes > 20.")]
    [InlineData("tonnes >", "Say what “tonnes” is to be, such as tonnes > 20.")]
    [InlineData("tonnes > 20 kg", "“tonnes” is measured in t, not kg.")]
    [InlineData("tonnes 30..5", "tonnes 30..5 ends before it begins.")]
    [InlineData("tonnes > 5..30", "Give “tonnes” either a comparison or two ends: tonnes 5..30.")]
    [InlineData("flights > 2 t", "“flights” has no unit.")]
    [InlineData("visitor > Xi", "“visitor” cannot be more or less: use visitor:word.")]
    [InlineData("host_consent = perhaps", "“host_consent” is yes or no.")]
    [InlineData("rank = king", "“rank” is one of: Head of state, Minister.")]
    [InlineData("sent_on > yesterday", "“sent_on” is a day: sent_on >= 2022-03-14.")]
    [InlineData("sent_on > 2022-02-30", "“sent_on” is a day: sent_on >= 2022-03-14.")]
    [InlineData("kind:dance", "No kind of act is called “dance”.")]
    [InlineData("kind > visit", "“kind” cannot be more or less: use kind:visit.")]
    [InlineData("tonnes > 1 troops > 1", "No kind of act has all of these fields: tonnes, troops.")]
    [InlineData("%", "There is no letter or digit to look for.")]
    public void Parse__a_filter_that_cannot_be__says_why_in_plain_words(string typed, string problem) =>
        Assert.Equal([problem], SearchText.Parse(typed, Book).Problems);

    [Theory]
    [InlineData("UN: a vote", "UN", "a", "vote")]
    [InlineData("at 12:30", "at", "12", "30")]
    [InlineData("https://example.org", "https", "example.org")]
    [InlineData("' or true --", "or", "true")]
    [InlineData("\"still typing", "still typing")]
    public void Parse__what_only_looks_like_a_filter__stays_words(string typed, params string[] terms)
    {
        var text = SearchText.Parse(typed, Book);

        Assert.Empty(text.Problems);
        Assert.Equal(terms, text.Terms.Select(t => t.Text));
    }

    [Fact]
    public void Parse__no_text__finds_everything() => Assert.True(SearchText.Parse("  ", Book) is { IsEmpty: true, Problems: [] });

    [Fact]
    public void Parse__any_letters__answers_or_says_why_and_what_it_understood_reads_the_same_again()
    {
        var random = new Random(28);
        for (var i = 0; i < 20_000; i++)
        {
            var typed = Noise(random);

            var text = SearchText.Parse(typed, Book);

            Assert.True(text.Problems.Count > 0 || !text.IsEmpty || string.IsNullOrWhiteSpace(typed), typed);
            if (text.Problems.Count > 0)
                continue;
            var again = SearchText.Parse(text.ToString(), Book);
            Assert.True(again.Problems.Count == 0 && again.Terms.SequenceEqual(text.Terms), $"{typed}\n{text}\n{again}");
            Assert.Equal(text.Conditions.Select(c => c.Words), again.Conditions.Select(c => c.Words));
            Assert.Equal(text.Types, again.Types);
        }
    }

    private static string Noise(Random random)
    {
        string[] pieces =
            ["tonnes", "troops", "rank", "kind", "visitor", "amount", "sent_on", "host_consent", ">", ">=", "<", "<=", "=", ":", "..", "5", "2,000", "-3", "1.5",
             " ", " ", " ", "\"", "“", "t", "kg", "$", "%", "2022-03-14", "2022", "yes", "minister", "visit", "Tokayev", "é", "国", "\ud83d", "'", "\\", "(", "_", "1e9", "99999999999999999999"];
        var text = "";
        while (text.Length < 200 && random.Next(14) > 0)
            text += random.Next(8) == 0 ? ((char)random.Next(32, 0x3000)).ToString() : pieces[random.Next(pieces.Length)];
        return text.Length > 200 ? text[..200] : text;
    }

    private static EventType Kind(string code, string name, AttributeDefinition[] attributes) =>
        new(code, name, "Family", "", "", [], attributes);
}
