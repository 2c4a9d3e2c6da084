using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Search;

public sealed class CommandPaletteTests(AppFixture app, BrowserFixture browser)
{
    [Fact]
    public async Task Ctrl_K__a_country_by_a_misspelt_name__opens_by_Enter_however_quick_the_hand()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/countries");
        var page = visitor.Page;

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("kasachstan");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/countries/KAZ"));
        await Assertions.Expect(page.Locator("dialog[data-palette]")).Not.ToBeVisibleAsync();
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Ctrl_K__words_of_an_act__walks_to_it_by_arrow_keys()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/countries");
        var page = visitor.Page;

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("tonnes of medicine");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("flies 28");
        await Assertions.Expect(Items(page)).ToHaveCountAsync(1);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("medicine to Ukraine");
    }

    [Fact]
    public async Task Palette__for_a_viewer__offers_no_page_that_is_closed_to_them()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/countries");

        await visitor.Page.Keyboard.PressAsync("Control+k");

        Assert.Equal(["Alignment", "Acts", "Countries", "Alarms", "Coverage", "Cited addresses"], (await Items(visitor.Page).AllInnerTextsAsync()).Select(t => t.Trim()));
    }

    [Fact]
    public async Task Question_mark__lists_the_keys__but_not_while_somebody_types()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/countries");
        var page = visitor.Page;
        var keys = page.Locator("dialog[data-shortcuts]");

        await page.Locator("#search").FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#search")).ToHaveValueAsync("?");
        await Assertions.Expect(keys).Not.ToBeVisibleAsync();
        await page.Locator("main").FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(keys).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(keys).Not.ToBeVisibleAsync();
    }

    private static ILocator Items(IPage page) => page.Locator("dialog[data-palette] [data-palette-item]");
}
