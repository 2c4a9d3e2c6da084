using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Entry;

public sealed class SlowLineTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    private static readonly TimeSpan FarAway = TimeSpan.FromMilliseconds(150);

    [Fact]
    public async Task Form__filled_in_without_waiting_on_a_slow_line__keeps_every_letter_and_saves_once()
    {
        await using var curator = await browser.VisitAsync(app.Address, new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = curator.Page;
        await page.SlowDownAsync(FarAway);
        await curator.SignInAsync(app.Services, Role.Curator, "/acts/new");
        await page.Locator("#f-title:enabled").WaitForAsync();

        Dictionary<string, string> typed = new()
        {
            ["report.title"] = "A report of the test with a long title",
            ["report.publishedOn"] = "24 July 2022",
            ["excerpt.passage"] = "A passage of the test, somewhat longer than the other words",
            ["excerpt.highlightTo"] = "passage of the test",
        };
        await page.PickAsync("f-source", "Wall", "Wall Street Journal");
        foreach (var (path, words) in typed)
            await TypeOnAsync(page, path, words);
        await page.PickAsync("f-credibility", "prob", "probably true");
        await page.ChooseAsync("f-country", "kazak", "Kazakhstan");
        await page.ChooseAsync("f-type", "aid ship", "Aid shipment or flight");
        foreach (var (path, words) in new[] { ("from", "14 April 2022"), ("title", "A title typed fast from far away"), ("attributes.cargo", "medicine and more") })
        {
            typed[path] = words;
            await TypeOnAsync(page, path, words);
        }

        foreach (var (path, words) in typed)
            await Assertions.Expect(page.Field(path)).ToHaveValueAsync(words);
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published.");
        Assert.Equal(1, await app.CountAsync("A title typed fast from far away"));

        // The answer is out, this press did not know of it.
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Field("from").FillAsync("no day");
        await page.Field("title").FocusAsync();
        await Assertions.Expect(page.Problem("from")).ToBeVisibleAsync();
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published.");
        await Assertions.Expect(page.ToFix()).ToHaveCountAsync(0);
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task Form_opened_by_a_link__typed_into_at_once__keeps_the_focus()
    {
        await using var curator = await browser.VisitAsync(app.Address);
        var page = curator.Page;
        await page.SlowDownAsync(TimeSpan.FromMilliseconds(600));
        await curator.SignInAsync(app.Services, Role.Curator, "/desk");

        await page.Locator("main a[href='/acts/new']").First.ClickAsync();
        await page.Locator("#f-title:enabled").FocusAsync();
        await page.Keyboard.TypeAsync("Typed before the page was heard of", new() { Delay = 40 });

        await Assertions.Expect(page.Field("title")).ToBeFocusedAsync();
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("Typed before the page was heard of");

        // Asked for before it is drawn, or while it is locked, the focus waits for it.
        await page.EvaluateAsync("import('/js/entry.js').then(form => form.focus('drawn-late'))");
        await page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<fieldset disabled><input id=\"drawn-late\"></fieldset>')");
        await page.EvaluateAsync("document.querySelector('fieldset:has(#drawn-late)').disabled = false");
        await Assertions.Expect(page.Locator("#drawn-late")).ToBeFocusedAsync();
    }

    private static async Task TypeOnAsync(IPage page, string path, string words)
    {
        await page.TabToAsync(EntryPage.Id(path));
        await page.Keyboard.TypeAsync(words, new() { Delay = 15 });
    }
}
