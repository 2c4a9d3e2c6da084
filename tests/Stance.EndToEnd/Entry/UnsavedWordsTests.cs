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
    public async Task New_act__emptied_again__has_nothing_to_bring_back()
    {
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var page = curator.Page;
        await page.Field("title").FillAsync("A title thought better of");
        await page.Field("note").FillAsync("A note kept");
        await page.LeaveAsync();
        await OpenAsync(page, "/acts/new");
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToBeVisibleAsync();
        await page.Field("title").FillAsync("");
        await page.Field("note").FillAsync("");
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToHaveCountAsync(0);
        await page.LeaveAsync();

        await OpenAsync(page, "/acts/new");
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToHaveCountAsync(0);
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

    [Fact]
    public async Task Text_pasted_but_not_yet_on_the_desk__is_found_again_there_until_it_is_put_on_it()
    {
        const string article = "Words of the keeper\n\nКазахстан kept to the words of the keeper on Friday.";
        await using var curator = await app.VisitAsync(browser, "/desk/texts/new");
        var page = curator.Page;
        await page.Locator("#text-words:enabled").FillAsync(article);
        await page.Locator("#text-author").FillAsync("Somebody");
        await Assertions.Expect(page.Locator("#text-title")).ToHaveValueAsync("Words of the keeper");
        await page.Locator("#text-published").FillAsync("24 July 2022");
        await page.GetByLabel("The whole text").CheckAsync();
        await page.LeaveAsync();

        await page.GotoAsync("/desk");
        await page.GetByRole(AriaRole.Link, new() { Name = "Words of the keeper" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#text-words")).ToHaveValueAsync(article);
        await Assertions.Expect(page.Locator("#text-author")).ToHaveValueAsync("Somebody");
        await Assertions.Expect(page.GetByLabel("The whole text")).ToBeCheckedAsync();
        await page.Locator("#text-name").FillAsync("A paper of the keeper");
        await page.Locator("#text-reliability").SelectOptionAsync("B");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it on the desk" }).ClickAsync();

        await page.Locator("[data-article]").WaitForAsync();
        await page.GotoAsync("/desk/texts/new");
        await page.Locator("#text-words:enabled").WaitForAsync();
        await Assertions.Expect(page.Locator("#text-words")).ToHaveValueAsync("");
        await page.GotoAsync("/desk");
        await Assertions.Expect(page.GetByText("Text not yet on the desk")).ToHaveCountAsync(0);
        curator.AssertNothingWrong();
    }

    private static async Task OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("main[data-interactive]");
        await page.Locator("#f-title:enabled").WaitForAsync();
    }
}
