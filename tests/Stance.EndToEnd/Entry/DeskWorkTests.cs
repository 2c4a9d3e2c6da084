using Microsoft.Playwright;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Entry;

public sealed class DeskWorkTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task A_pair_found_to_be_two__is_asked_about_no_more__until_it_is_undone__by_keyboard()
    {
        var first = await app.EnterAsync(EntryApp.Act("Two flights of the test"));
        var second = await app.EnterAsync(EntryApp.Act("Two flights of the test, next day"));
        await using var curator = await app.VisitAsync(browser, "/desk/duplicates");
        var page = curator.Page;
        var pairs = page.GetByRole(AriaRole.Region, new() { Name = "Possible duplicates" });
        var found = page.GetByRole(AriaRole.Region, new() { Name = "Pairs found to be two acts" });

        var two = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Two different acts.*Two flights") });
        await Assertions.Expect(two).ToBeEnabledAsync();
        await two.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("One flew on Monday, one on Tuesday.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Saved.");
        await Assertions.Expect(found).ToContainTextAsync("One flew on Monday, one on Tuesday.");
        await Assertions.Expect(pairs.GetByText("Two flights of the test, next day")).ToHaveCountAsync(0);
        await curator.SettleAsync();
        await Pictures.TakeAsync(page, "two-acts");

        await page.GotoAsync($"/acts/{second}/edit");
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("Two flights of the test, next day");
        await Assertions.Expect(page.GetByText("On file already:").And(page.Locator($"p:has(a[href='/acts/{first}']) b"))).ToHaveCountAsync(0);

        await page.GotoAsync("/desk/duplicates");
        await Assertions.Expect(found.GetByRole(AriaRole.Button)).ToBeEnabledAsync();
        await found.GetByRole(AriaRole.Button).PressAsync("Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Undone.");
        await Assertions.Expect(pairs).ToContainTextAsync("Two flights of the test, next day");
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task A_template_of_an_act__starts_another__and_both_are_changed_at_once__by_keyboard()
    {
        var id = await app.EnterAsync(EntryApp.Act("Flight for a template"));
        await app.EnterAsync(EntryApp.Act("Another cargo of the test"));
        await using var curator = await app.VisitAsync(browser, $"/acts/{id}");
        var page = curator.Page;
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "The way of this act" })).ToContainTextAsync("Second-coded");
        await page.GetByRole(AriaRole.Link, new() { Name = "Save as a template" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Aid flights");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Saved.");
        await curator.SettleAsync();
        await Pictures.TakeAsync(page, "templates");

        await page.GetByRole(AriaRole.Link, new() { Name = "Start an act from Aid flights" }).PressAsync("Enter");
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("Flight for a template");
        await Assertions.Expect(page.Field("recipient")).ToHaveValueAsync("Ukraine");
        await Assertions.Expect(page.Field("from")).ToHaveValueAsync("");
        await Assertions.Expect(page.Field("excerpt.passage")).ToHaveValueAsync("");
        await curator.SettleAsync();
        await Pictures.TakeAsync(page, "from-template");

        await page.GotoAsync("/acts/bulk?countries=KAZ&from=2022-04-14&to=2022-04-14");
        await Assertions.Expect(page.Locator("#f-value")).ToBeEnabledAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^All .* acts listed$") }).PressAsync("Space");
        await page.Locator("#f-value").SelectOptionAsync("RUS");
        await page.TabToButtonAsync("Preview");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#preview")).ToBeFocusedAsync();
        await Pictures.TakeAsync(page, "bulk-preview");
        await page.TypeIntoAsync("f-reason", "Landed in Moscow.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Changed.");
        await page.GotoAsync($"/acts/{id}/history");
        await Assertions.Expect(page.GetByText("Landed in Moscow.").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("see or take back this change$") }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#undo")).ToBeEnabledAsync();
        await page.TypeIntoAsync("undo-reason", "It landed in Kyiv after all.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#undone")).ToContainTextAsync("It landed in Kyiv after all.");
        await Pictures.TakeAsync(page, "bulk-taken-back");
        curator.AssertNothingWrong();
    }
}
