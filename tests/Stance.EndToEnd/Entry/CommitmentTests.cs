using Microsoft.Playwright;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Entry;

/// <summary>A later stage of a commitment, entered by keyboard: it counts in place of the pledge, and the pledge again when it is taken back.</summary>
public sealed class CommitmentTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    private const string Pledge = "Promises a flight of medicine";
    private const string Flight = "Flies the medicine it promised";

    [Fact]
    public async Task A_flight_that_was_promised__counts_in_place_of_the_promise__until_it_is_taken_back()
    {
        var pledge = await app.EnterAsync(EntryApp.Act(Pledge));
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var page = curator.Page;
        await page.WaitForSelectorAsync("main[data-interactive]");
        await page.FillAsync(Flight);
        await page.TabToAsync("f-stages");
        await page.Keyboard.PressAsync("Enter");
        await page.TypeIntoAsync("f-follows", "promises a fl");
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Acts it could follow" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Its other stages" })).ToContainTextAsync($"{Pledge} 14 Apr 2022, counts");
        await page.TypeIntoAsync("f-stage", "delivered");
        // The pledge makes room: one stage counts, and the line stays where it was.
        await Assertions.Expect(page.Locator(".score .moved")).ToContainTextAsync("stays at");
        await curator.SettleAsync();
        Assert.Empty(await page.BarriersAsync());
        await Pictures.TakeAsync(page, "later-stage");
        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published");
        Assert.False(await CountsAsync(pledge));
        await curator.SettleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "See the act" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Stages of this commitment" }).GetByRole(AriaRole.Listitem)).ToHaveTextAsync(
            [new System.Text.RegularExpressions.Regex(Pledge), new System.Text.RegularExpressions.Regex($"{Flight}.*delivered, 14 Apr 2022, counts")]);
        await Pictures.TakeAsync(page, "stages");
        var flight = Guid.Parse(page.Url.Split('/')[^1]);
        await page.GetByRole(AriaRole.Link, new() { Name = Pledge }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("It is a stage of a commitment that another stage stands for")).ToBeVisibleAsync();

        await page.OpenAsync($"/acts/{pledge}/edit");
        await Assertions.Expect(page.GetByText("A later stage counts in its place. It counts again when that one is taken back.")).ToBeVisibleAsync();
        await page.OpenAsync($"/acts/{flight}/retract");
        await page.TypeIntoAsync("f-retract", "It was never flown.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Retracted");
        Assert.True(await CountsAsync(pledge));
        curator.AssertNothingWrong();
    }

    private async Task<bool> CountsAsync(Guid act) => (await app.ReadAsync($"/api/v1/acts/{act}")).GetProperty("isScored").GetBoolean();
}
