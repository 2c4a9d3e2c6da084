using Stance.Countries;
using Stance.Sharing;
using Stance.ViewStates;

namespace Stance.Tests.Sharing;

public sealed class ShareDraftTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);
    private static readonly ShareDraft Draft = new(Guid.NewGuid(), "Central Asia and the war", new ViewState { Countries = [new("KAZ")] }, null, false);

    [Fact]
    public void Problems__a_plain_draft__none() => Assert.Empty(Draft.Problems(RegisterOf.Small, Now));

    [Theory]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("a\u0000b")]
    public void Problems__a_title_that_will_not_do__named(string label) =>
        Assert.Equal("label", Assert.Single((Draft with { Label = label }).Problems(RegisterOf.Small, Now)).Key);

    [Fact]
    public void Problems__ten_thousand_characters__refused_in_few_words() =>
        Assert.InRange(Assert.Single((Draft with { Label = new string('x', 10_000) }).Problems(RegisterOf.Small, Now)).Message.Length, 10, 200);

    [Fact]
    public void Problems__expiry_in_the_past_or_unknown_country__named()
    {
        Assert.Equal("expires", Assert.Single((Draft with { ExpiresAt = Now }).Problems(RegisterOf.Small, Now)).Key);
        Assert.Equal("countries", Assert.Single((Draft with { View = new ViewState { Countries = [new("XXX")] } }).Problems(RegisterOf.Small, Now)).Key);
    }

    [Fact]
    public void Problems__a_bloc_without_members__refused_because_no_country_would_mean_all() =>
        Assert.Equal("blocs", Assert.Single((Draft with { View = new ViewState { Blocs = ["OLD"] } }).Problems(RegisterOf.Small, Now)).Key);

    [Fact]
    public void Resolve__blocs__become_the_countries_shown()
    {
        var view = (Draft with { View = new ViewState { Blocs = ["CSTO"], Countries = [new("POL")] } }).Resolve(RegisterOf.Small, Now);

        Assert.Empty(view.Blocs);
        Assert.Equal([new CountryCode("BLR"), new CountryCode("KAZ"), new CountryCode("POL")], view.Countries);
    }

    [Fact]
    public void Resolve__a_view_that_assumes__shares_the_unchanged_line() =>
        Assert.Null((Draft with { View = new ViewState { WhatIf = new WhatIf(1) } }).Resolve(RegisterOf.Small, Now).WhatIf);

    [Fact]
    public void Resolve__frozen__holds_the_instant_and_the_days()
    {
        var view = (Draft with { Freeze = true }).Resolve(RegisterOf.Small, Now);

        Assert.Equal(Now, view.AsOf.Instant);
        Assert.Equal(new Period(new DateOnly(2025, 3, 1), new DateOnly(2026, 3, 1)), view.Period);
    }

    [Fact]
    public void Resolve__not_frozen__moves_on_with_the_day()
    {
        var view = Draft.Resolve(RegisterOf.Small, Now);

        Assert.Null(view.AsOf.Instant);
        Assert.Null(view.Period);
    }

    [Fact]
    public void Resolve__a_view_as_of_an_earlier_date__stays_there() =>
        Assert.Equal("2022-07-24", (Draft with { View = Draft.View with { AsOf = AsOf.EndOf(new DateOnly(2022, 7, 24)) }, Freeze = true })
            .Resolve(RegisterOf.Small, Now).AsOf.Printed);
}
