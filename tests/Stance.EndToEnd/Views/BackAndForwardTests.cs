using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.EndToEnd.Views;

public sealed class BackAndForwardTests(AppFixture app, BrowserFixture browser)
{
    private static readonly int Steps = Rounds.Of(6, 12);

    /// <summary>The state named in the address is the state on screen, whichever way one came to it.</summary>
    [Fact]
    public async Task Random_views__walked_back_and_forward__each_shows_what_it_showed()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Analyst, "/countries");
        var page = visitor.Page;
        var random = new Random(1994);
        var shown = new List<(string Url, string Words)>();
        for (var i = 0; i < Steps; i++)
        {
            var view = AnyView.Of(random) with { Tab = random.GetItems(Enum.GetValues<ViewTab>(), 1)[0] };
            await page.EvaluateAsync("path => Blazor.navigateTo(path)", $"/?{ViewStateUrl.Print(view)}");
            await Assertions.Expect(page).ToHaveURLAsync($"{app.Address}?{ViewStateUrl.Print(view)}");
            shown.Add((page.Url, await WordsAsync(visitor, view)));
        }
        Assert.True(shown.Select(s => s.Words).Distinct().Count() > Steps / 2, "The views look alike.");

        for (var i = Steps - 2; i >= 0; i--)
        {
            await page.EvaluateAsync("history.back()");
            await AssertShownAsync(shown[i]);
        }
        for (var i = 1; i < Steps; i++)
        {
            await page.EvaluateAsync("history.forward()");
            await AssertShownAsync(shown[i]);
        }
        visitor.AssertNothingWrong();

        async Task AssertShownAsync((string Url, string Words) step)
        {
            await Assertions.Expect(page).ToHaveURLAsync(step.Url);
            Assert.Equal(step.Words, await WordsAsync(visitor, ViewStateUrl.Parse(ViewStateUrl.Pairs(new Uri(step.Url).Query), DateTimeOffset.UtcNow).View));
        }
    }

    /// <summary>All that stands on the page, once it shows this view.</summary>
    private async Task<string> WordsAsync(Visitor visitor, ViewState view)
    {
        var register = app.Services.GetRequiredService<ActFeed>().Register;
        await Assertions.Expect(visitor.Page.Locator(".bar-print")).ToHaveTextAsync(ViewWords.Sentence(view, register));
        await visitor.SettleAsync();
        // Of the table only the rows on screen are in the page, so what it says of itself stands for it.
        return view.Tab == ViewTab.Table
            ? string.Join('\n', await visitor.Page.Locator("main h1, main .figures, main .panel-head, main .act-grid thead").AllInnerTextsAsync())
            : await visitor.Page.Locator("main").InnerTextAsync();
    }
}
