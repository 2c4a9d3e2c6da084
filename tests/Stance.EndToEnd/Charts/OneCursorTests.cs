using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Charts;

/// <summary>All time charts of a page show the same day, and the period follows drag, keys and buttons.</summary>
public sealed class OneCursorTests(AppFixture app, BrowserFixture browser)
{
    private const string Kazakhstan = "/?countries=KAZ&from=2022-01-01&to=2022-07-24";

    private static ILocator Line(IPage page) => page.GetByRole(AriaRole.Slider, new() { Name = "Walk the line day by day" });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task SaysAsync(ILocator slider, string day) =>
        Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", new Regex($"^{day}(, |$)"));

    private static Task ShownAsync(IPage page, string days) =>
        Assertions.Expect(page.Locator(".period-tools [role=status]")).ToHaveTextAsync(new Regex($"^Shown: {days}$"));

    private static Regex Days(string from, string to) => new($"from={from}.*&to={to}");

    [Fact]
    public async Task Walking_the_line__shows_the_day_in_the_strips__and_pointing_at_a_strip_shows_it_on_the_line()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, Kazakhstan);
        await visitor.SettleAsync();
        var (page, strip, flow) = (visitor.Page, visitor.Page.Locator(".strips > .day-cursor .day-hair"), visitor.Page.Locator(".flow .day-value"));

        await Line(page).FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await SaysAsync(Line(page), "1 January 2022");
        await Assertions.Expect(strip).ToHaveAttributeAsync("style", "left: 0%;");
        await Assertions.Expect(flow).ToHaveTextAsync("0.0");
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(strip).ToHaveAttributeAsync("style", "left: 100%;");
        await Assertions.Expect(flow).ToHaveTextAsync(new Regex(@"^\+\d+\.\d$"));
        await page.Keyboard.PressAsync("PageUp");
        await Pictures.TakeAsync(page, "walked");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(strip).ToHaveCountAsync(0);

        var bars = page.Locator(".flow svg").First;
        await bars.ScrollIntoViewIfNeededAsync();
        var box = (await bars.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width * 54 / 204), box.Y + 20);
        await SaysAsync(Line(page), "24 February 2022");
        await Assertions.Expect(page.Locator(".probe .probe-box")).ToContainTextAsync("24 February 2022");
        await Pictures.TakeAsync(page, "pointed");
        await page.Mouse.MoveAsync(4, 4);
        await Assertions.Expect(strip).ToHaveCountAsync(0);
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Words_deeds_their_gap_and_the_line__walk_together()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/countries/KAZ?from=2022-01-01&to=2022-07-24");
        var page = visitor.Page;
        var (lines, gap) = (page.GetByRole(AriaRole.Slider, new() { Name = "Day, Words, Deeds" }), page.GetByRole(AriaRole.Slider, new() { Name = "Day, Words minus deeds" }));
        await visitor.SettleAsync();

        await lines.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("ArrowLeft");

        await SaysAsync(lines, "23 July 2022");
        await SaysAsync(gap, "23 July 2022");
        await SaysAsync(Line(page), "23 July 2022");
        await page.Keyboard.PressAsync("PageUp");
        await Pictures.TakeAsync(page, "words-deeds");
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(lines).ToHaveAttributeAsync("aria-valuetext", new Regex(@"Words [+−]?\d.\d\d.*Deeds|Deeds [+−]?\d.\d\d.*Words"));
        await Assertions.Expect(gap).ToHaveAttributeAsync("aria-valuetext", new Regex(@"Gap [+−]?\d.\d\d"));
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Small_charts__share_the_day__and_the_arrows_go_from_one_to_the_next()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/?countries=BLR,KAZ,UZB&from=2022-01-01&to=2022-07-24&tab=multiples");
        var (page, small) = (visitor.Page, visitor.Page.Locator(".multiples [role=slider]"));
        await Assertions.Expect(small).ToHaveCountAsync(3);

        await small.First.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("PageDown");
        for (var i = 0; i < 3; i++)
            await SaysAsync(small.Nth(i), "24 July 2022");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(small.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        for (var i = 0; i < 3; i++)
            await SaysAsync(small.Nth(i), "23 July 2022");
        await Assertions.Expect(page.Locator(".multiples [role=slider][tabindex='0']")).ToHaveCountAsync(1);
        await Pictures.TakeAsync(page, "multiples");
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Keys__zoom_in_and_out_around_the_day__focus_stays__and_back_restores()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, Kazakhstan);
        await visitor.SettleAsync();
        var page = visitor.Page;
        await Line(page).FocusAsync();
        await page.Keyboard.PressAsync("End");

        await page.Keyboard.PressAsync("+");
        await Assertions.Expect(page).ToHaveURLAsync(Days("2022-04-14", "2022-07-24"));
        await Assertions.Expect(Line(page)).ToHaveAttributeAsync("aria-valuemax", "101");
        await Assertions.Expect(Line(page)).ToBeFocusedAsync();
        await SaysAsync(Line(page), "24 July 2022");
        await page.Keyboard.PressAsync("-");
        await Assertions.Expect(page).ToHaveURLAsync(Days("2022-01-06", "2022-07-28"));
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Days("2022-01-01", "2022-07-24"));
        await Assertions.Expect(Line(page)).ToHaveAttributeAsync("aria-valuemax", "204");

        await Line(page).FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.PressAsync("PageDown");
        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page).ToHaveURLAsync(Days("2022-01-01", "2022-01-18"));
        await Assertions.Expect(Line(page)).ToHaveAttributeAsync("aria-valuemax", "17");
        await Assertions.Expect(Line(page)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("0");
        await Assertions.Expect(page).Not.ToHaveURLAsync(Days("2022-01-01", "2022-01-18"));
        await Assertions.Expect(Button(page, "Whole period")).ToHaveAttributeAsync("aria-disabled", "true");
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Buttons__do_what_keys_and_drag_do__and_keep_the_focus()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, $"{Kazakhstan}&why=KAZ:2022-01-31..2022-04-30");
        var page = visitor.Page;

        await Assertions.Expect(Button(page, "Earlier")).ToHaveAttributeAsync("aria-disabled", "true");
        await Button(page, "Later").ClickAsync();
        await ShownAsync(page, "13 April – 3 November 2022");
        await Button(page, "Earlier").ClickAsync();
        await ShownAsync(page, "6 January – 29 July 2022");
        await Button(page, "Zoom in").ClickAsync();
        await ShownAsync(page, "2[67] February – [78] June 2022");
        await Assertions.Expect(Button(page, "Zoom in")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom to 31 Jan" }).ClickAsync();
        await ShownAsync(page, "31 January – 30 April 2022");
        await Assertions.Expect(page).ToHaveURLAsync(Days("2022-01-31", "2022-04-30"));
        await Pictures.TakeAsync(page, "zoomed");
        visitor.AssertNothingWrong();
    }
}
