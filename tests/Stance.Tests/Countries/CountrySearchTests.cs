using Stance.Countries;

namespace Stance.Tests.Countries;

public sealed class CountrySearchTests
{
    private static readonly CountrySearch Search = new(
    [
        new(new CountryCode("KAZ"), "Kazakhstan", "the Republic of Kazakhstan", null, null, ["KZ", "398", "705", "Казахстан", "Қазақстан"]),
        new(new CountryCode("KGZ"), "Kyrgyzstan", "the Kyrgyz Republic", null, null, ["KG", "Kirghizia"]),
        new(new CountryCode("TUR"), "Türkiye", "the Republic of Türkiye", null, null, ["Turkey", "TR"]),
        new(new CountryCode("TKM"), "Turkmenistan", "Turkmenistan", null, null, ["TM"]),
        new(new CountryCode("CIV"), "Côte d'Ivoire", "the Republic of Côte d'Ivoire", null, null, ["Ivory Coast"]),
        new(new CountryCode("GIN"), "Guinea", "the Republic of Guinea", null, null, []),
        new(new CountryCode("PNG"), "Papua New Guinea", "Papua New Guinea", null, null, []),
        new(new CountryCode("CSK"), "Czechoslovakia", "Czechoslovakia", null, new DateOnly(1992, 12, 31), ["CS"]),
        new(new CountryCode("CZE"), "Czechia", "the Czech Republic", null, null, ["CZ"]),
    ]);

    [Theory]
    [InlineData("kazakhstan", "KAZ")]
    [InlineData("KAZ", "KAZ")]
    [InlineData("kz", "KAZ")]
    [InlineData("398", "KAZ")]
    [InlineData("Казах", "KAZ")]
    [InlineData("Қазақстан", "KAZ")]
    [InlineData("kazahkstan", "KAZ")]
    [InlineData("kazakstan", "KAZ")]
    [InlineData("Kirgizstan", "KGZ")]
    [InlineData("turkiye", "TUR")]
    [InlineData("TÜRKIYE", "TUR")]
    [InlineData("turkey", "TUR")]
    [InlineData("cote d ivoire", "CIV")]
    [InlineData("ivory coast", "CIV")]
    [InlineData("ivoire", "CIV")]
    [InlineData("guinea", "GIN")]
    [InlineData("new guinea", "PNG")]
    [InlineData("czech", "CZE")]
    public void Find__any_name_code_or_slip__that_country_first(string typed, string code) =>
        Assert.Equal(code, Search.Find(typed)[0].Code.Value);

    [Fact]
    public void Find__nothing_typed__all_by_name() => Assert.Equal(9, Search.Find("").Count);

    [Theory]
    [InlineData("qqqq")]
    [InlineData("<img onerror>")]
    [InlineData("%")]
    [InlineData("\uD800")]
    public void Find__nonsense__nothing_or_everything_but_no_failure(string typed) => Assert.NotNull(Search.Find(typed));

    [Fact]
    public void Find__too_far_from_any_name__nothing() => Assert.Empty(Search.Find("atlantis"));
}
