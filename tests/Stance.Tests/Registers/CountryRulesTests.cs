using Stance.Countries;
using Stance.Registers;
using Stance.Tests.Sharing;

namespace Stance.Tests.Registers;

public sealed class CountryRulesTests
{
    private static readonly DateOnly Today = new(2022, 7, 24);

    private static readonly CountryFacts[] OnFile =
    [
        Of("KAZ", "Kazakhstan", "KZ", "398", "705", new(1991, 12, 16), null),
        Of("CSK", "Czechoslovakia", "CS", "200", "315", null, new(1993, 1, 1)),
        Of("GBR", "United Kingdom", "GB", "826", "200", null, null),
    ];

    private static readonly CountryDraft Whole = new("SCG", "Serbia and Montenegro", null, "Asia: Central Asia", "CS", "891", "347", "2003-02-04", "2006-06-03", "1 November 2000 until 3 June 2006", null);

    [Theory]
    [InlineData("code", "code", "K1Z")]
    [InlineData("code", "onFile", "KAZ")]
    [InlineData("name", "required", " ")]
    [InlineData("name", "onFile", "KAZAKHSTAN")]
    [InlineData("region", "unknown", "Atlantis")]
    [InlineData("iso2", "code", "kz")]
    [InlineData("iso2", "onFile", "KZ")]
    [InlineData("m49", "code", "39")]
    [InlineData("m49", "onFile", "398")]
    [InlineData("cow", "onFile", "705")]
    [InlineData("until", "order", "2003-02-04")]
    [InlineData("until", "future", "2022-07-25")]
    [InlineData("seats", "days", "2000")]
    [InlineData("seats", "days", "3 June 2006 until 1 November 2000")]
    [InlineData("seats", "days", "1 November 2000; 2 November 2001")]
    [InlineData("reason", "required", "")]
    public void Check__what_breaks_a_rule__is_named_by_field_and_rule(string field, string rule, string typed)
    {
        var draft = field switch
        {
            "code" => Whole with { Code = typed },
            "name" => Whole with { Name = typed },
            "region" => Whole with { Region = typed },
            "iso2" => Whole with { Iso2 = typed },
            "m49" => Whole with { M49 = typed },
            "cow" => Whole with { Cow = typed },
            "until" => Whole with { Until = typed },
            "seats" => Whole with { Seats = typed },
            _ => Whole,
        };
        var breach = Assert.Single(CountryRules.Check(draft, null, OnFile, field == "reason" ? typed : "A record of the test", Today).Breaches);
        Assert.Equal((field, rule), (breach.Field, breach.Rule));
    }

    [Fact]
    public void Check__a_code_of_a_state_gone_before__may_be_used_again()
    {
        var (country, breaches) = CountryRules.Check(Whole, null, OnFile, "A record of the test", Today);

        Assert.Empty(breaches);
        Assert.Equal([new Spell(new(2000, 11, 1), new(2006, 6, 3))], country!.Seats);
        Assert.Equal(Whole.Seats, country.SeatsInWords);
        Assert.Contains(new FieldChange("exists until", null, "3 June 2006"), FieldChange.Between(null, country.Fields));
        Assert.Equal("onFile", Assert.Single(CountryRules.Check(Whole with { From = "1992-12-31" }, null, OnFile, "A record of the test", Today).Breaches).Rule);
    }

    [Fact]
    public void Check__a_correction__may_keep_its_own_words()
    {
        var draft = new CountryDraft(null, "Kazakhstan", null, null, "KZ", "398", "705", "1991-12-16", null, null, "Nobody");
        var (country, breaches) = CountryRules.Check(draft, OnFile[0], OnFile, "A record of the test", Today);

        Assert.Empty(breaches);
        Assert.Equal([new("region", "Asia: Central Asia", null), new("dispute", null, "Nobody")], FieldChange.Between(OnFile[0].Fields, country!.Fields));
    }

    [Theory]
    [InlineData("nickname", "The steppe", "kind", "unknown")]
    [InlineData("name", "", "alias", "required")]
    [InlineData("name", "Kazakstan", "alias", "onFile")]
    [InlineData("name", "deu", "alias", "taken")]
    public void CheckAlias__what_breaks_a_rule__is_named_by_field_and_rule(string kind, string alias, string field, string rule)
    {
        var breach = Assert.Single(CountryRules.CheckAlias(OnFile[0], [("name", "Kazakstan")], kind, alias, "A record of the test", RegisterOf.Small).Breaches);
        Assert.Equal((field, rule), (breach.Field, breach.Rule));
    }

    [Fact]
    public void CheckAlias__an_adjective__may_stand_for_two() =>
        Assert.Empty(CountryRules.CheckAlias(OnFile[0], [], "adjective", "deu", "A record of the test", RegisterOf.Small).Breaches);

    private static CountryFacts Of(string code, string name, string iso2, string m49, string cow, DateOnly? from, DateOnly? until) =>
        new(new(code), name, null, "Asia: Central Asia", iso2, m49, cow, from, until, [], null);
}
