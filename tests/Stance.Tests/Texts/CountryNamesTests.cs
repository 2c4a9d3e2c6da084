namespace Stance.Tests.Texts;

public sealed class CountryNamesTests
{
    [Theory]
    [InlineData("Kazakhstan’s oil, the Kazakh premier, two Kazakhs", "KAZ KAZ KAZ")]
    [InlineData("hosted a U.S. delegation; the US and the U.S., too", "USA USA USA")]
    [InlineData("He told us that america is far", "")]
    [InlineData("two Moscow-backed states", "RUS")]
    [InlineData("Guinea-Bissau and Guinea", "GNB GIN")]
    [InlineData("Lake Chad, the Gulf of Guinea and Latin America", "")]
    [InlineData("Chad and its neighbour Niger, not Nigeria", "TCD NER NGA")]
    [InlineData("Congolese troops", "COD COG")]
    [InlineData("talks in Mexico City", "MEX")]
    [InlineData("the Republic of Kazakhstan", "KAZ")]
    [InlineData("Türkiye, formerly Turkey", "TUR TUR")]
    [InlineData("", "")]
    public void Find__as_newspapers_write__the_countries_in_order(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', Passages.Names.Find(text).Select(m => m.Code)));

    [Fact]
    public void Find__a_capital__less_sure_than_a_name()
    {
        var (moscow, russia) = Passages.Names.Find("Moscow and Russia") is [var first, var second] ? (first, second) : default;

        Assert.Equal((false, true), (moscow!.IsSure, russia!.IsSure));
        Assert.Equal((0, 6), (moscow.Span.From, moscow.Span.To));
    }
}
