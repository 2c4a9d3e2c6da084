using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Charts;

/// <summary>A line of several starts at its first act: of the three that of Kazakhstan is the longest, from 6 January 2022.</summary>
public sealed class WalkTheLineTests(AppFixture app, BrowserFixture browser)
{
    private const string Three = "/?countries=BLR,KAZ,UZB&from=2022-01-01&to=2022-07-24";

    private static ILocator Line(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Slider, new() { Name = "Walk the line day by day" });

    [Fact]
    public async Task Arrow_keys_on_three_lines__say_day_and_values_at_once()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, Three);

        await WalkBackAsync(Line(visitor), 199, "24 July 2022", "23 July 2022");

        await Line(visitor).PressAsync("Home");
        await Assertions.Expect(Line(visitor)).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex("^6 January 2022, .*Kazakhstan"));
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Another_view_on_the_same_page__the_line_still_answers()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, Three);
        await Assertions.Expect(Line(visitor)).ToHaveAttributeAsync("aria-valuemax", "199");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Period: 1 Jan – 24 Jul 2022" }).ClickAsync();
        await visitor.Page.GetByLabel("To", new() { Exact = true }).FillAsync("30 Jun 2022");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Set these days" }).ClickAsync();
        await Assertions.Expect(Line(visitor)).ToHaveAttributeAsync("aria-valuemax", "175");
        await WalkBackAsync(Line(visitor), 175, "30 June 2022", "29 June 2022");

        await visitor.Page.GoBackAsync();
        await Assertions.Expect(Line(visitor)).ToHaveAttributeAsync("aria-valuemax", "199");
        await WalkBackAsync(Line(visitor), 199, "24 July 2022", "23 July 2022");
        visitor.AssertNothingWrong();
    }

    /// <summary>A slider that is there answers: no wait between finding it and the first key.</summary>
    private static async Task WalkBackAsync(ILocator line, int last, string lastDay, string dayBefore)
    {
        await line.FocusAsync();
        await line.PressAsync("End");
        await Assertions.Expect(line).ToHaveAttributeAsync("aria-valuenow", $"{last}");
        await Assertions.Expect(line).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex($"^{lastDay}, .*Kazakhstan"));
        await line.PressAsync("ArrowLeft");
        await Assertions.Expect(line).ToHaveAttributeAsync("aria-valuenow", $"{last - 1}");
        await Assertions.Expect(line).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex($"^{dayBefore}, "));
    }
}
