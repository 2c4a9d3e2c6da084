using System.Globalization;
using Stance.Codebook;
using Stance.Texts;

namespace Stance.Tests.Texts;

public sealed class NumberMentionsTests
{
    [Theory]
    [InlineData("28 tons of medicine to", "28 Tonnes medicine")]
    [InlineData("28.2 tonnes", "28.2 Tonnes")]
    [InlineData("500 kg of food", "0.5 Tonnes food")]
    [InlineData("more than 2,000 troops", "2000 Troops troops more than")]
    [InlineData("ten Russian diplomats", "10 People diplomats")]
    [InlineData("three aid flights and two planes", "3 Flights flights; 2 Flights planes")]
    [InlineData("$2 million", "2000000 Money USD")]
    [InlineData("about €1.5 billion", "1500000000 Money EUR about")]
    [InlineData("5 million tenge", "5000000 Money KZT")]
    [InlineData("£300m in loans", "300000000 Money GBP")]
    [InlineData("20 U.S. dollars", "20 Money USD")]
    [InlineData("up 12.5% and 3 per cent", "12.5 PerCent; 3 PerCent")]
    [InlineData("a three-day visit", "3 Days")]
    [InlineData("a Boeing 767 carrying", "1 Flights Boeing 767")]
    [InlineData("a 4,750-mile border, in 2022, resolution 11", "")]
    public void Find__numbers_with_units(string text, string expected) => Assert.Equal(expected, string.Join("; ", NumberMentions.Find(text).Select(n =>
        string.Join(' ', new[] { n.Value.ToString(CultureInfo.InvariantCulture), n.Unit.ToString(), n.Currency, n.Noun, n.About }.Where(p => p is not null)))));

    [Fact]
    public void Fields__of_an_aid_flight__weight_cargo_aircraft_and_flights()
    {
        var (_, pin) = Passages.Pinned(Passages.Flight, "dispatched a Boeing 767 carrying 28 tons of medicine to Ukraine");
        var kind = Passages.Kind("HUM-AIDF", "Aid", "", "", Own("tonnes", AttributeKind.Number, "t"), Own("cargo"), Own("vehicle"), Own("flights", AttributeKind.WholeNumber), Own("value", AttributeKind.Number, "USD"));

        Assert.Equal(["flights=1", "tonnes=28", "cargo=medicine", "vehicle=Boeing 767"], Fields(kind, pin));
    }

    [Fact]
    public void Fields__numbers_outside_the_chosen_words__none()
    {
        var (_, pin) = Passages.Pinned(Passages.Flight, "one of several aid flights it has sent");

        Assert.Empty(Fields(Passages.Kind("HUM-AIDF", "Aid", "", "", Own("tonnes", AttributeKind.Number, "t")), pin));
    }

    [Theory]
    [InlineData("gave [€2 million] away", "amount=2000000 currency=EUR", true)]
    [InlineData("gave [€2 million] away", "", false)]
    [InlineData("gave [$2 million] away", "amount=2000000", false)]
    public void Fields__money__where_its_currency_can_be_said(string marked, string expected, bool hasCurrency)
    {
        AttributeDefinition[] own = [Own("amount", AttributeKind.Number, hasCurrency ? null : "USD"), .. hasCurrency ? [Own("currency")] : Array.Empty<AttributeDefinition>()];

        Assert.Equal(expected, string.Join(' ', Fields(Passages.Kind("ECO-FINA", "Finance", "", "", own), Passages.Pinned(marked).Pin)));
    }

    [Fact]
    public void Fields__quoted_words_and_who_says_them()
    {
        var (_, pin) = Passages.Pinned("[“Kazakhstan is in no way renouncing its allied obligations,”] he said.");
        var speaker = new NamedPerson("A Speaker", "Speaker", Passages.Names.Find("Kazakhstan")[0]);

        Assert.Equal(
            ["quote=Kazakhstan is in no way renouncing its allied obligations", "speaker=A Speaker"],
            FieldProposals.For(Passages.Kind("DIP-REAF", "Ties", "", "", Own("quote"), Own("speaker")), pin, speaker).Select(f => $"{f.Key}={f.Value}"));
    }

    private static IEnumerable<string> Fields(EventType kind, TextPin pin) => FieldProposals.For(kind, pin, null).Select(f => $"{f.Key}={f.Value}");

    private static AttributeDefinition Own(string key, AttributeKind kind = AttributeKind.Text, string? unit = null) => new(key, key, kind, unit);
}
