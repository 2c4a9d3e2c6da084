using Microsoft.Playwright;
using Stance.EndToEnd.Browser;
using Stance.ViewStates;

namespace Stance.EndToEnd.Sharing;

public sealed class SharedViewTests(SharingApp app, BrowserFixture browser) : IClassFixture<SharingApp>
{
    private static readonly ViewState OneCountry = new()
    {
        Countries = [new("KAZ")],
        Collections = ["wsj-2022-07-24"],
        Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)),
    };

    private static readonly ViewState ThreeCountries = OneCountry with { Countries = [new("BLR"), new("KAZ"), new("UZB")], Collections = [] };

    [Theory]
    [InlineData("one", 360, ColorScheme.Light)]
    [InlineData("one", 1440, ColorScheme.Dark)]
    [InlineData("three", 1440, ColorScheme.Light)]
    [InlineData("three", 360, ColorScheme.Dark)]
    [InlineData("three", 320, ColorScheme.Light)]
    public async Task A_shared_view__at_any_width_and_theme__fits_reads_and_has_nothing_wrong(string name, int width, ColorScheme theme)
    {
        var secret = await app.ShareAsync(name == "one" ? OneCountry : ThreeCountries, "Central Asia and the war, 2022", freeze: name == "one");
        await using var visitor = await browser.VisitAsync(app.Address, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = theme });
        await visitor.Page.GotoAsync($"/s/{secret}");
        await visitor.Page.EvaluateAsync("document.fonts.ready");
        await Pictures.TakeAsync(visitor.Page, $"share-{name}-{width}-{theme}");
        await visitor.Page.Locator(".share-filters > summary").ClickAsync();
        foreach (var sources in (await visitor.Page.Locator(".sources > summary").AllAsync()).Take(3))
            await sources.ClickAsync();
        await Pictures.TakeAsync(visitor.Page, $"share-{name}-{width}-{theme}-open");

        Assert.Equal(width, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await visitor.Page.BarriersAsync());
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task A_shared_view__printed__shows_the_sentence_and_the_passages_and_no_controls()
    {
        var secret = await app.ShareAsync(OneCountry, "Central Asia and the war, 2022");
        await using var visitor = await browser.VisitAsync(app.Address, new() { ColorScheme = ColorScheme.Dark });
        await visitor.Page.GotoAsync($"/s/{secret}");

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Pictures.TakeAsync(visitor.Page, "share-print");

        Assert.True(await visitor.Page.Locator(".share-print").IsVisibleAsync());
        Assert.True(await visitor.Page.Locator(".sources blockquote").First.IsVisibleAsync());
        Assert.False(await visitor.Page.Locator(".share-filters").IsVisibleAsync());
        Assert.False(await visitor.Page.Locator(".top").IsVisibleAsync());
    }
}
