using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Explanation;

public sealed class ReplayTests(AppFixture app, BrowserFixture browser)
{
    private const string Article = "collections=wsj-2022-07-24&from=2022-01-01&to=2022-07-24";

    [Fact]
    public async Task The_slider_of_knowledge__takes_the_article_away_and_gives_it_back()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, $"/?countries=KAZ&{Article}");
        var count = visitor.Page.Locator(".count[role=status]");
        await Assertions.Expect(count).ToHaveTextAsync(new Regex("20.acts match"));

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "As known today" }).ClickAsync();
        var replay = visitor.Page.GetByRole(AriaRole.Slider, new() { NameRegex = new("^Replay") });
        await replay.PressAsync("Home");

        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("asOf=2022-01-01"));
        await Assertions.Expect(count).ToHaveTextAsync(new Regex("0.acts match|no acts match", RegexOptions.IgnoreCase));
        await replay.PressAsync("End");
        await Assertions.Expect(count).ToHaveTextAsync(new Regex("20.acts match"));
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task A_revision_on_the_country_page__leads_to_the_acts_that_were_learned()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, $"/countries/KAZ?{Article}");

        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Explain the revision of 30 June 2022") }).ClickAsync();

        var room = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Why it moved" });
        await Assertions.Expect(room.GetByRole(AriaRole.Heading, new() { NameRegex = new("acts learned later") })).ToBeVisibleAsync();
        await room.GetByRole(AriaRole.Link, new() { NameRegex = new("Refuses to recognise Donetsk") }).First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("mark").First).ToBeVisibleAsync();
        visitor.AssertNothingWrong();
    }
}
