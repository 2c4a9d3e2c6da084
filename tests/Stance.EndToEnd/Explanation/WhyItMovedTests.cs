using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Explanation;

public sealed class WhyItMovedTests(AppFixture app, BrowserFixture browser)
{
    private const string View = "/?collections=wsj-2022-07-24&countries=KAZ&from=2022-01-01&to=2022-07-24";
    private const string Explained = View + "&why=KAZ:2022-01-31..2022-07-24";

    private static ILocator Line(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Slider, new() { Name = "Walk the line day by day" });

    private static ILocator Room(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Why it moved" });

    [Fact]
    public async Task Keys_alone__a_stretch_its_bars_an_act_and_its_passage()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, View);

        await Line(visitor).FocusAsync();
        await Line(visitor).PressAsync("Home");
        for (var day = 0; day < 30; day++)
            await Line(visitor).PressAsync("ArrowRight");
        await Line(visitor).PressAsync("s");
        await Line(visitor).PressAsync("End");
        await Assertions.Expect(Line(visitor)).ToHaveAttributeAsync("aria-valuetext", new Regex("from 31 January 2022 to 24 July 2022: \\+5\\.56"));
        await Line(visitor).PressAsync("Enter");

        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("why=KAZ:2022-01-31\\.\\.2022-07-24"));
        await Assertions.Expect(Room(visitor)).ToBeFocusedAsync();
        await Assertions.Expect(Room(visitor).GetByRole(AriaRole.Heading, new() { Name = "Kazakhstan rose by 5.56: new acts did most of it" })).ToBeVisibleAsync();
        await Room(visitor).GetByRole(AriaRole.Link, new() { NameRegex = new("Refuses to recognise Donetsk.*\\+0\\.803") }).PressAsync("Enter");
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("/acts/"));
        await Assertions.Expect(visitor.Page.Locator("mark").First).ToBeVisibleAsync();
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Dragging_along_the_line__explains_that_stretch_and_opens_no_day()
    {
        await using var visitor = await browser.VisitAsync(app.Address, new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await visitor.SignInAsync(app.Services, Role.Viewer, View);
        await Line(visitor).ScrollIntoViewIfNeededAsync();
        var box = (await Line(visitor).BoundingBoxAsync())!;

        await visitor.Page.Mouse.MoveAsync(box.X + (box.Width * 0.25f), box.Y + 60);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(box.X + (box.Width * 0.5f), box.Y + 60, new() { Steps = 4 });
        await visitor.Page.Mouse.UpAsync();

        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("why=KAZ:2022-02-2\\d\\.\\.2022-04-1\\d"));
        await Assertions.Expect(Room(visitor).Locator(".waterfall")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".day-acts")).ToHaveCountAsync(0);
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task The_button_and_the_date_fields__whole_period_then_what_was_known()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, View);

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Why did it move?" }).ClickAsync();
        await Assertions.Expect(Room(visitor).GetByText("the bars add up exactly to +4.692")).ToBeVisibleAsync();
        await Room(visitor).GetByRole(AriaRole.Button, new() { Name = "What was known" }).ClickAsync();
        await Room(visitor).GetByLabel("As known on", new() { Exact = true }).FillAsync("23 Jul 2022");
        await Room(visitor).GetByLabel("and as known on").FillAsync("24 Jul 2022");
        await Room(visitor).GetByRole(AriaRole.Button, new() { Name = "Explain" }).ClickAsync();

        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("why=KAZ:2022-07-24\\.\\.2022-07-24:2022-07-23\\.\\.2022-07-24"));
        await Assertions.Expect(Room(visitor).Locator(".waterfall")).ToContainTextAsync("as known on 23 July 2022");
        await Room(visitor).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(Room(visitor)).ToHaveCountAsync(0);
        visitor.AssertNothingWrong();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task The_bars__nothing_for_axe_to_say_and_no_wider_than_the_screen(ColorScheme theme, int width)
    {
        await using var visitor = await browser.VisitAsync(app.Address, new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 900 } });
        await visitor.SignInAsync(app.Services, Role.Viewer, Explained);
        await Assertions.Expect(Room(visitor).Locator(".waterfall")).ToBeVisibleAsync();

        await Pictures.TakeAsync(visitor.Page, $"why-{theme}-{width}");
        Assert.Empty(await visitor.Page.BarriersAsync());
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        visitor.AssertNothingWrong();
    }
}
