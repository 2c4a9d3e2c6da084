using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Variations;

public sealed class ScenarioTests(AppFixture app, BrowserFixture browser)
{
    private const string View = "/?countries=KAZ&from=2022-01-01&to=2022-07-24";

    [Fact]
    public async Task By_keys__a_slider_moved_and_a_source_left_out__saved_opened_and_compared__and_a_viewer_opens_the_same_address()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Analyst, View);
        var page = visitor.Page;

        await OpenAsync(page, "Base scores");
        await page.GetByRole(AriaRole.Slider, new() { Name = "Humanitarian" }).PressAsync("Home");
        await Assertions.Expect(page).ToHaveURLAsync($"{app.Address}?countries=KAZ&from=2022-01-01&to=2022-07-24&whatIf=HUM:0");
        await OpenAsync(page, "Left out");
        var sources = page.GetByLabel("A source, with the acts no other source tells of");
        await sources.SelectOptionAsync(new SelectOptionValue { Label = await sources.Locator("option", new() { HasText = "Wall Street" }).InnerTextAsync() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave out this source" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Assumed: humanitarian acts score nothing and acts that only")).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("whatIf=HUM:0,without:[0-9a-f]{32}$"));
        var assumed = page.Url;
        await visitor.SettleAsync();
        await Pictures.TakeAsync(page, "what-if");

        await page.GetByLabel("Name of a scenario with these assumptions").FillAsync("Without aid and the newspaper");
        await page.GetByLabel("Everybody who can sign in sees it").PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save scenario" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("“Without aid and the newspaper” is saved.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the codebook" }).PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{app.Address}?countries=KAZ&from=2022-01-01&to=2022-07-24");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open: Without aid and the newspaper" }).PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(assumed);

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Compare: Without aid and the newspaper" }).PressAsync("Space");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kazakhstan stands from" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("“Without aid and the newspaper”: ")).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("[?]compare=[0-9a-f]{32}&countries=KAZ"));
        var compared = page.Url;
        await visitor.SettleAsync();
        await Pictures.TakeAsync(page, "compared");
        Assert.Empty(await page.BarriersAsync());
        visitor.AssertNothingWrong();

        await using var other = await browser.VisitAsync(app.Address, new() { ViewportSize = new() { Width = 390, Height = 844 }, ColorScheme = ColorScheme.Dark });
        await other.SignInAsync(app.Services, Role.Viewer, new Uri(compared).PathAndQuery);
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Heading, new() { Name = "Kazakhstan stands from" })).ToBeVisibleAsync();
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "Open: Without aid and the newspaper" })).ToBeVisibleAsync();
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "Delete: Without aid and the newspaper" })).ToHaveCountAsync(0);
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "Save scenario" })).ToHaveCountAsync(0);
        await other.SettleAsync();
        Assert.Equal(390, await other.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Pictures.TakeAsync(other.Page, "compared-phone");
        other.AssertNothingWrong();
    }

    private static async Task OpenAsync(IPage page, string group)
    {
        await page.Locator(".what-if-group > summary", new() { HasText = group }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".what-if-group[open] > summary", new() { HasText = group })).ToBeVisibleAsync();
    }
}
