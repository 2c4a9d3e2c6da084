using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Views;

public sealed class DownloadMenuTests(AppFixture app, BrowserFixture browser)
{
    [Fact]
    public async Task Downloads__of_a_page__are_of_what_is_shown_and_each_is_given()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Analyst, "/?countries=KAZ&from=2022-01-01&to=2022-07-24&mapChange=90&why=KAZ:2022-01-31..2022-07-24");
        var page = visitor.Page;
        var menu = page.Locator(".downloads").First;
        await page.Locator("summary", new() { HasText = "Download" }).First.ClickAsync();
        await Assertions.Expect(menu.GetByRole(AriaRole.Link, new() { Name = "Why it moved, Wide PNG" })).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "downloads");

        foreach (var link in await menu.Locator("a[download]").AllAsync())
        {
            var answer = await page.APIRequest.GetAsync(new Uri(app.Address, await link.GetAttributeAsync("href")).ToString());
            Assert.True(answer.Ok, $"{await link.GetAttributeAsync("href")}: {answer.Status}");
        }
        Assert.Contains("mapChange=90", await menu.GetByRole(AriaRole.Link, new() { Name = "Map, CSV" }).GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Start and end", Exact = true }).ClickAsync();
        await Assertions.Expect(menu.Locator("a[href*='/slope.svg']")).ToHaveCountAsync(1);
        await Assertions.Expect(menu.Locator("a[href*='/why.']")).ToHaveCountAsync(0);
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Downloads__on_a_phone__lie_inside_the_window()
    {
        await using var visitor = await browser.VisitAsync(app.Address, new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await visitor.SignInAsync(app.Services, Role.Analyst, "/?countries=KAZ&from=2022-01-01&to=2022-07-24&why=KAZ:2022-01-31..2022-07-24");
        var page = visitor.Page;
        await page.Locator(".bar-narrow").GetByRole(AriaRole.Button, new() { NameRegex = new("^All filters") }).ClickAsync();
        await page.Locator(".sheet summary", new() { HasText = "Download" }).ClickAsync();
        await Assertions.Expect(page.Locator(".sheet").GetByRole(AriaRole.Link, new() { Name = "Why it moved, Wide PNG" })).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "downloads-phone");

        foreach (var link in await page.Locator(".sheet .downloads a").AllAsync())
        {
            var box = await link.BoundingBoxAsync();
            Assert.InRange(box!.X, 0, 390 - box.Width);
            Assert.InRange(box.Height, 44, 60);
        }
        visitor.AssertNothingWrong();
    }
}
