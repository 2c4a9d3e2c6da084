using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.Testing;

namespace Stance.EndToEnd.Views;

public sealed class DiffusionTests(AppFixture app, BrowserFixture browser)
{
    [Fact]
    public async Task Who_moved_first__of_the_sample__says_what_is_missing__and_goes_to_a_typed_day()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/?countries=BLR,KAZ,KGZ&from=2022-01-01&to=2022-07-24");
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Who moved first" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "24 February 2022" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Russia invades Ukraine, 24 Feb 2022" })).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.GetByText("no sweep of sources is logged").First).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "diffusion-empty");

        await page.GetByLabel("Any other day").FillAsync("17 Jun 2022");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync($"{app.Address}?countries=BLR,KAZ,KGZ&from=2022-01-01&tab=diffusion&to=2022-07-24&trigger=2022-06-17");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "17 June 2022" })).ToBeVisibleAsync();
        await page.GetByLabel("Any other day").FillAsync("the day after");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Write a day: 24 Feb 2022.")).ToBeVisibleAsync();
        await page.GotoAsync("/?from=2021-01-01&to=2024-12-31&tab=diffusion");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who moved first, of every country" })).ToBeVisibleAsync();
        await visitor.SettleAsync();
        await Pictures.TakeAsync(page, "diffusion-all");
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Who_moved_first__of_made_up_acts__in_order__and_a_row_opens_the_break_explained()
    {
        await using var own = await app.StartAsync();
        await InsertAsync(own.Services, ("ISL", 17, 4), ("NOR", 19, -4), ("AUT", 23, 4), ("FIN", 12, 4));
        await using var visitor = await browser.VisitAsync(own.Address);
        await visitor.SignInAsync(own.Services, Role.Viewer, "/?countries=AUT,DNK,FIN,ISL,NOR&from=2021-01-01&to=2021-12-31&tab=diffusion&trigger=2021-05-13");
        var page = visitor.Page;

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Of five countries, three shifted after 13 May 2021; Iceland first" })).ToBeVisibleAsync();
        var rows = page.Locator(".lags > ol > li");
        await Assertions.Expect(rows).ToHaveCountAsync(4);
        await Assertions.Expect(rows.Locator(".lag-name a")).ToContainTextAsync(["Finland", "Iceland", "Norway", "Austria"]);
        await Assertions.Expect(rows.First).ToContainTextAsync("moved before, not since");
        await Pictures.TakeAsync(page, "diffusion");
        await page.SetViewportSizeAsync(390, 844);
        await Pictures.TakeAsync(page, "diffusion-phone");
        await page.SetViewportSizeAsync(1440, 900);

        await rows.Locator(".lag-name a").Nth(2).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/countries/NOR\\?.*why=NOR:2021-06-13\\.\\.2021-07-11"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The move in short" })).ToBeVisibleAsync();
        visitor.AssertNothingWrong();
    }

    private static async Task InsertAsync(IServiceProvider services, params (string Country, int At, double After)[] countries)
    {
        var database = services.GetRequiredService<NpgsqlDataSource>();
        foreach (var (country, at, after) in countries)
            await WeeklyActs.InsertAsync(database, WeeklyActs.Step(36, at, -after, after).Select(a => (a.Week - 48, a.Score)), country: country);
        await services.GetRequiredService<ActFeed>().RefreshAsync(TestContext.Current.CancellationToken);
    }
}
