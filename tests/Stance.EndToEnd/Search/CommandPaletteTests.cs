using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stance.Acts;
using Stance.Data.Alignment;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.ViewStates;
using Stance.Web.Permalinks;

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
    public async Task Ctrl_K__typed_before_the_page_answers__is_carried_over()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/countries");
        var page = visitor.Page;
        await page.SlowDownAsync(TimeSpan.FromMilliseconds(400));
        await page.GotoAsync("/countries");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("kasachstan");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main[data-interactive]")).ToHaveCountAsync(0);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/countries/KAZ"));
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Ctrl_K__again_while_the_page_it_led_to_still_comes__keeps_what_is_typed()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/countries");
        var page = visitor.Page;
        await page.SlowDownAsync(TimeSpan.FromMilliseconds(400));
        await page.OpenAsync("/countries");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("kasachstan");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/countries/KAZ"));

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("belarus");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/countries/BLR"));
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
        Assert.Empty(await page.BarriersAsync());
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

        Assert.Equal(["Alignment", "Acts", "Amounts", "Countries", "Alarms", "Coverage", "Cited addresses"], (await Items(visitor.Page).AllInnerTextsAsync()).Select(t => t.Trim()));
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
        Assert.Empty(await page.BarriersAsync());
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(keys).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Single_keys__switched_off_in_the_theme_menu__stay_silent()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/countries");
        var page = visitor.Page;

        await page.GetByLabel("Theme and keys").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Single keys: / and ?" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("main").FocusAsync();
        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.PressAsync("Control+k");

        await Assertions.Expect(page.Locator("dialog[data-palette]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("dialog[data-shortcuts]")).Not.ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#search")).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task Ctrl_K__a_layout_and_a_cited_view__are_found_by_their_words()
    {
        await app.Services.GetRequiredService<PermalinkKeeper>().KeepAsync(
            app.Services.GetRequiredService<AlignmentReader>().Read(
                new ViewState { Countries = [new("BTN")], Period = new Period(new(2022, 3, 1), new(2022, 3, 9)), AsOf = AsOf.EndOf(new(2024, 1, 1)) }, Scope.Everything),
            TestContext.Current.CancellationToken);
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/countries?countries=KAZ&from=2022-01-01&to=2022-07-24");
        var page = visitor.Page;

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("alignment bhutan");
        await Assertions.Expect(page.Locator("dialog[data-palette]").GetByText("cited address")).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "palette");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/\?asOf=[^&]+&countries=BTN&from=2022-03-01&to=2022-03-09"));

        await Assertions.Expect(page.Locator("dialog[data-palette]")).Not.ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("months");
        await Assertions.Expect(Items(page)).ToContainTextAsync(["Months"]);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("countries=BTN.*tab=heat"));
        visitor.AssertNothingWrong();
    }

    private static ILocator Items(IPage page) => page.Locator("dialog[data-palette] [data-palette-item]");
}
