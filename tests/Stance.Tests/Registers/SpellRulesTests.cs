using Stance.Alignment;
using Stance.Countries;
using Stance.Registers;
using Stance.Tests.Sharing;

namespace Stance.Tests.Registers;

public sealed class SpellRulesTests
{
    private static readonly DateOnly Today = new(2022, 7, 24);
    private static readonly SpellDraft Whole = new("DEU", "CSTO", "2022-01-01", null, "A treaty of the test");

    [Theory]
    [InlineData("XYZ", "CSTO", "2022-01-01", null, "country", "unknown")]
    [InlineData("DEU", "NONE", "2022-01-01", null, "group", "unknown")]
    [InlineData("DEU", "CSTO", null, null, "from", "required")]
    [InlineData("DEU", "CSTO", "2022-01-01", "2022-01-01", "until", "order")]
    [InlineData("KAZ", "CSTO", "2022-01-01", null, "from", "overlap")]
    [InlineData("KAZ", "CSTO", "1990-01-01", null, "from", "overlap")]
    [InlineData("UZB", "CSTO", "2012-12-18", "2013-01-01", "from", "overlap")]
    public void CheckNew__what_breaks_a_rule__is_named_by_field_and_rule(string country, string group, string? from, string? until, string field, string rule)
    {
        var draft = Whole with { Country = country, Group = group, From = from, Until = until };
        var breach = Assert.Single(SpellRules.CheckNew(draft, SpellRegister.Membership, RegisterOf.Small, Today).Breaches);
        Assert.Equal((field, rule), (breach.Field, breach.Rule));
    }

    [Theory]
    [InlineData("DEU", "2022-01-01", null)]
    [InlineData("UZB", "2012-12-19", null)]
    [InlineData("KAZ", "1990-01-01", "1994-01-01")]
    public void CheckNew__days_that_touch_but_do_not_overlap__are_taken(string country, string from, string? until) =>
        Assert.Empty(SpellRules.CheckNew(Whole with { Country = country, From = from, Until = until }, SpellRegister.Membership, RegisterOf.Small, Today).Breaches);

    [Fact]
    public void CheckEnd__a_day_after_it_began__and_what_ended_it()
    {
        var spell = SpellRules.Spells(SpellRegister.Membership, RegisterOf.Small).Single(s => s.Country.Value == "KAZ");
        Assert.Equal("order", Assert.Single(SpellRules.CheckEnd(spell, "1994-01-01", "A notice", Today).Breaches).Rule);
        Assert.Equal("required", Assert.Single(SpellRules.CheckEnd(spell, "1994-01-02", " ", Today).Breaches).Rule);
        var (ended, _) = SpellRules.CheckEnd(spell, "2022-01-01", "A notice", Today);
        Assert.Equal((new DateOnly(2022, 1, 1), "treaty; A notice"), (ended!.Until, ended.Source));
    }

    [Fact]
    public void A_book_of_ties__with_one_more_or_one_ended__has_another_starting_value_and_stays_itself()
    {
        var country = new CountryCode("KAZ");
        var pact = new StructuralTie(country, "PACT", new(2002, 1, 1), null, "treaty");
        var book = new TieBook([new("PACT", "Pact", true), new("UNION", "Union", false)], [pact], [new("RUW", "PACT", -3, null), new("RUW", "UNION", -1, null)]);

        Assert.Equal(-4, book.With(new StructuralTie(country, "UNION", new(2015, 1, 1), null, "treaty")).Prior("RUW", country).On(Today));
        var ended = book.With(pact with { Until = new(2020, 1, 1) }, insteadOf: pact);
        Assert.Equal((0, -3), (ended.Prior("RUW", country).On(Today), ended.Prior("RUW", country).On(new(2019, 12, 31))));
        Assert.Equal(-3, book.Prior("RUW", country).On(Today));
    }
}
