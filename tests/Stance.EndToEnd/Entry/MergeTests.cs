using Microsoft.Playwright;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Entry;

public sealed class MergeTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task An_act_entered_twice__is_found_compared_and_merged_by_keyboard()
    {
        var first = await app.EnterAsync(EntryApp.Act("Twice told tale of the test"));
        var second = await app.EnterAsync(EntryApp.Act("A twice told tale of the test"));
        await using var curator = await app.VisitAsync(browser, "/desk/duplicates");
        var page = curator.Page;
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Compare and merge.*Twice told") }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-other:enabled")).ToHaveValueAsync(second.ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "The two entries" })).ToContainTextAsync("A twice told tale of the test");
        await curator.SettleAsync();
        await Pictures.TakeAsync(page, "merge");

        await page.TabToAsync("f-reason");
        await page.TabToButtonAsync("Merge the two");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-reason-error")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.TypeIntoAsync("f-reason", "One act of the test.");
        await page.TabToButtonAsync("Merge the two");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Merged.");

        await page.OpenAsync($"/acts/{second}");
        await Assertions.Expect(page.GetByText("The same act as “Twice told tale of the test”. One act of the test.").First).ToBeVisibleAsync();
        await curator.SettleAsync();
        await Pictures.TakeAsync(page, "merged");
        await page.GetByRole(AriaRole.Link, new() { Name = "See the act that stays" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Twice told tale of the test", Level = 1, Exact = true })).ToBeVisibleAsync();
        Assert.EndsWith(first.ToString(), new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        curator.AssertNothingWrong();
    }
}
