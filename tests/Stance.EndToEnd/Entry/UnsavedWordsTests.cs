using Microsoft.Playwright;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Entry;

public sealed class UnsavedWordsTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task New_act__left_and_reloaded_before_it_is_saved__comes_back_until_it_is()
    {
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var page = curator.Page;
        await page.FillAsync("An act typed before the line broke");
        await page.Field("attributes.cargo").FillAsync("medicine");

        // By a link of the page at once, and then by a reload.
        await page.LeaveAsync();
        await OpenAsync(page, "/acts/new");
        await ExpectBackAsync(page);
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("main[data-interactive]");
        await ExpectBackAsync(page);
        await page.SaveAsync();

        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published.");
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToHaveCountAsync(0);
        await OpenAsync(page, "/acts/new");
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToHaveCountAsync(0);
        Assert.Equal(1, await app.CountAsync("An act typed before the line broke"));
        curator.AssertNothingWrong();

        static async Task ExpectBackAsync(IPage page)
        {
            await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToBeVisibleAsync();
            await Assertions.Expect(page.Field("title")).ToHaveValueAsync("An act typed before the line broke");
            await Assertions.Expect(page.Field("country")).ToHaveValueAsync("Kazakhstan");
            await Assertions.Expect(page.Field("type")).ToHaveValueAsync("Aid shipment or flight");
            await Assertions.Expect(page.Field("attributes.cargo")).ToHaveValueAsync("medicine");
        }
    }

    [Fact]
    public async Task Correction__left_before_it_is_saved__comes_back_to_its_version_and_can_be_dropped()
    {
        var id = await app.EnterAsync(EntryApp.Act("An act to correct later"));
        await using var curator = await app.VisitAsync(browser, $"/acts/{id}/edit");
        var page = curator.Page;
        await page.Field("note").FillAsync("Half a thought");
        await page.Field("reason").FillAsync("Half a reason");
        await page.LeaveAsync();

        await OpenAsync(page, "/acts/new");
        await Assertions.Expect(page.Field("note")).ToHaveValueAsync("");
        await OpenAsync(page, $"/acts/{id}/edit");
        await Assertions.Expect(page.Field("note")).ToHaveValueAsync("Half a thought");
        await Assertions.Expect(page.Field("reason")).ToHaveValueAsync("Half a reason");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start afresh" }).ClickAsync();

        await Assertions.Expect(page.Field("note")).ToHaveValueAsync("");
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("An act to correct later");
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToHaveCountAsync(0);
        await OpenAsync(page, $"/acts/{id}/edit");
        await Assertions.Expect(page.Field("note")).ToHaveValueAsync("");
        curator.AssertNothingWrong();
    }

    private static async Task OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("main[data-interactive]");
        await page.Locator("#f-title:enabled").WaitForAsync();
    }
}
