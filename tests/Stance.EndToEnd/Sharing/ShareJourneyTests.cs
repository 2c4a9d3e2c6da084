using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Sharing;

public sealed class ShareJourneyTests(SharingApp app, BrowserFixture browser) : IClassFixture<SharingApp>
{
    private const string View = "/?collections=wsj-2022-07-24&countries=BLR,KAZ,UZB&from=2022-01-01&to=2022-07-24";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task On_a_phone__the_view_is_shared_from_the_filters__as_it_stands(ColorScheme theme)
    {
        await using var ana = await browser.VisitAsync(app.Address, new() { ColorScheme = theme, ViewportSize = new() { Width = 360, Height = 740 } });
        await ana.SignInAsync(app.Services, Role.Analyst, View);
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "All filters" }).ClickAsync();
        var filters = ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Filters" });
        var share = filters.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true });

        await filters.GetByRole(AriaRole.Button, new() { Name = "Words", Exact = true }).ClickAsync();
        await Assertions.Expect(share).ToBeHiddenAsync();
        await filters.GetByRole(AriaRole.Button, new() { Name = "Both", Exact = true }).ClickAsync();
        await share.ClickAsync();
        var dialog = ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Share this view" });
        await Assertions.Expect(dialog.GetByLabel("Title")).ToBeFocusedAsync();
        await dialog.GetByLabel("Title").FillAsync($"From a phone, {theme}");
        await Pictures.TakeAsync(ana.Page, $"share-dialog-phone-{theme}");
        Assert.Empty(await ana.Page.BarriersAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var shown = dialog.GetByLabel("The link", new() { Exact = true });
        await Assertions.Expect(shown).ToBeFocusedAsync();
        var link = await shown.InputValueAsync();
        await Pictures.TakeAsync(ana.Page, $"share-dialog-phone-link-{theme}");
        await ana.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(share).ToBeFocusedAsync();

        await ana.Page.GotoAsync(link);
        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"From a phone, {theme}");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task An_analyst_shares_a_view__somebody_without_an_account_opens_and_narrows_it__and_revoking_ends_it(ColorScheme theme)
    {
        await using var ana = await browser.VisitAsync(app.Address, new() { ColorScheme = theme });
        await ana.SignInAsync(app.Services, Role.Analyst, View);
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true }).ClickAsync();
        var dialog = ana.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByLabel("Title")).ToBeFocusedAsync();
        await dialog.GetByLabel("Title").FillAsync("");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await Assertions.Expect(dialog.GetByText("Give the shared view a title")).ToBeVisibleAsync();
        await Pictures.TakeAsync(ana.Page, $"share-dialog-{theme}");
        Assert.Empty(await ana.Page.BarriersAsync());
        var title = $"=cmd() <img src=x onerror=alert(1)> {theme}";
        await dialog.GetByLabel("Title").FillAsync(title);
        await dialog.GetByLabel("The link works").SelectOptionAsync("30");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await dialog.GetByLabel("The link", new() { Exact = true }).InputValueAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Copy the link" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Status)).Not.ToBeEmptyAsync();
        await Pictures.TakeAsync(ana.Page, $"share-dialog-link-{theme}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true })).ToBeFocusedAsync();

        await using var guest = await browser.VisitAsync(app.Address, new() { ColorScheme = theme, JavaScriptEnabled = false });
        await guest.Page.GotoAsync(link);
        await Assertions.Expect(guest.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await guest.Page.Locator(".share-filters > summary").ClickAsync();
        await guest.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Belarus" }).UncheckAsync();
        await guest.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Uzbekistan" }).UncheckAsync();
        await guest.Page.GetByLabel("To", new() { Exact = true }).FillAsync("2022-06-30");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Assertions.Expect(guest.Page.GetByText("Kazakhstan · 1 Jan – 30 Jun 2022")).ToBeVisibleAsync();
        Assert.StartsWith(link, guest.Page.Url, StringComparison.Ordinal);

        await ana.Page.GotoAsync("/shares");
        await ana.Page.WaitForSelectorAsync("main[data-interactive]");
        await Assertions.Expect(ana.Page.GetByText(title)).ToBeVisibleAsync();
        await Pictures.TakeAsync(ana.Page, $"shares-{theme}");
        Assert.Empty(await ana.Page.BarriersAsync());
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = $"Revoke: {title}" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = $"Revoke for good: {title}" }).ClickAsync();
        await Assertions.Expect(ana.Page.GetByText("Its link shows nothing more")).ToBeVisibleAsync();

        var gone = await guest.Page.ReloadAsync();
        Assert.Equal(410, gone!.Status);
        await Assertions.Expect(guest.Page.GetByRole(AriaRole.Heading, new() { Name = "This view is no longer shared" })).ToBeVisibleAsync();
        Assert.Empty(await guest.Context.CookiesAsync());
        Assert.Empty(guest.Strangers);
        ana.AssertNothingWrong();
    }
}
