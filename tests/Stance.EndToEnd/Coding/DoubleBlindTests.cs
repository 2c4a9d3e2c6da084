using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;

namespace Stance.EndToEnd.Coding;

public sealed class DoubleBlindTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    private const string Title = "Zanzibar canary of the first coder";
    private const string Note = "Zanzibar canary in a note";

    [Fact]
    public async Task One_passage_coded_by_two_people__neither_sees_the_other_until_both_answered_and_a_third_rules()
    {
        await using var ada = await app.VisitAsync(browser, "/");
        await using var bo = await app.VisitAsync(browser, "/");
        await using var cy = await app.VisitAsync(browser, "/");
        await ada.Page.OpenAsync("/acts/new");

        await EnterAsync(ada.Page);
        await ada.Page.TabToButtonAsync("Save for second coding");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Page.Saved()).ToContainTextAsync("Kept for a second coder");
        await ada.Page.OpenAsync("/desk");
        await Assertions.Expect(ada.Page.GetByText("Yours, waiting for a second coder")).ToBeVisibleAsync();

        await ExpectNoTraceAsync(bo);
        await CodeAsync(bo.Page);
        await RuleAsync(cy.Page);

        await cy.Page.GetByRole(AriaRole.Link, new() { Name = "See the act" }).PressAsync("Enter");
        await Assertions.Expect(cy.Page.GetByRole(AriaRole.Heading, new() { Name = "Coded by two people" })).ToBeVisibleAsync();
        await Pictures.TakeAsync(cy.Page, "coded-twice");
        await bo.Page.OpenAsync("/desk/agreement");
        await Assertions.Expect(bo.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("One act coded by both: too few to judge by");
        await bo.SettleAsync();
        await Pictures.TakeAsync(bo.Page, "agreement");
        ada.AssertNothingWrong();
        bo.AssertNothingWrong();
        cy.AssertNothingWrong();
    }

    private static async Task EnterAsync(IPage page)
    {
        await page.WaitForSelectorAsync("main[data-interactive]");
        await page.FillAsync(Title);
        await page.Field("note").FillAsync(Note);
        await page.Field("excerpt.pointer").FillAsync("¶11");
    }

    /// <summary>Asks every route there is, as everybody there is.</summary>
    private async Task ExpectNoTraceAsync(Visitor secondCoder)
    {
        await secondCoder.Page.OpenAsync("/desk");
        var passage = await secondCoder.Page.GetByRole(AriaRole.Link, new() { Name = "Code this passage" }).GetAttributeAsync("href");
        var routes = EveryRoute.Of(
            app.Services, new Dictionary<string, string> { ["id"] = passage!.Split('/')[^1], ["code"] = "KAZ", ["other"] = "UKR" }, "Zanzibar");
        // The table of routes was read, not an empty one.
        Assert.True(routes.Count > 100, $"Only {routes.Count} routes.");
        // Who is a curator like any other.
        await ExpectNoTraceAsync(secondCoder.Context.APIRequest, routes, "the second coder");
        foreach (var role in new[] { Role.Viewer, Role.Analyst, Role.Administrator })
        {
            await using var visitor = await app.VisitAsync(browser, "/countries", role);
            await ExpectNoTraceAsync(visitor.Context.APIRequest, routes, role.Name());
        }
        await using var stranger = await browser.VisitAsync(app.Address);
        await ExpectNoTraceAsync(stranger.Context.APIRequest, routes, "somebody signed out");
        await Parallel.ForEachAsync(routes, async (route, cancel) =>
            ExpectNoTrace(await (await app.Program.GetAsync(route, cancel)).Content.ReadAsStringAsync(cancel), route, "a curator's program"));
    }

    private async Task ExpectNoTraceAsync(IAPIRequestContext reader, IReadOnlyList<string> routes, string who) =>
        await Parallel.ForEachAsync(routes, async (route, _) =>
        {
            var answer = await reader.GetAsync(new Uri(app.Address, route).ToString());
            Assert.True(answer.Status < 500 || route.StartsWith("/health", StringComparison.Ordinal), $"{route} for {who}: {answer.Status}");
            ExpectNoTrace(System.Text.Encoding.UTF8.GetString(await answer.BodyAsync()), route, who);
        });

    // The first coder's own words; what was searched for may come back in a form.
    private static void ExpectNoTrace(string text, string route, string who) =>
        Assert.False(text.Contains("canary", StringComparison.Ordinal), $"{route} tells {who} of the first coder's answer.");

    private static async Task CodeAsync(IPage page)
    {
        await page.OpenAsync("/desk");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "One passage waits for you" })).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "desk");
        await page.GetByRole(AriaRole.Link, new() { Name = "Code this passage" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("blockquote mark")).ToHaveTextAsync("A passage of the test");
        await Assertions.Expect(page.Locator("fieldset.columns")).ToBeEnabledAsync();
        Assert.DoesNotContain("canary", await page.ContentAsync(), StringComparison.Ordinal);

        await page.PickAsync("f-credibility", "prob", "probably");
        await page.ChooseAsync("f-country", "Kazakh", "Kazakhstan");
        await page.ChooseAsync("f-recipient", "Russ", "Russia");
        await page.ChooseAsync("f-type", "Aid ship", "Aid shipment or flight");
        await page.TypeIntoAsync("f-from", "14 April 2022");
        await page.TypeIntoAsync("f-title", "As Bo reads it");
        await Pictures.TakeAsync(page, "second-coding");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("The two answers differ");
    }

    private static async Task RuleAsync(IPage page)
    {
        await page.OpenAsync("/desk");
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at both answers" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("fieldset.columns")).ToBeEnabledAsync();
        var table = page.Locator("#answers-title + .scroll");
        await Assertions.Expect(table).ToContainTextAsync("Ukraine");
        await Assertions.Expect(table).ToContainTextAsync("Russia");
        await Pictures.TakeAsync(page, "ruling");

        await page.TypeIntoAsync("f-reason", "The consignee stands in the next sentence");
        var ruling = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Countries", Exact = true }).First.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Countries", Level = 1 })).ToBeVisibleAsync();
        await page.OpenAsync(ruling);
        await Assertions.Expect(page.Locator("#f-reason")).ToHaveValueAsync("The consignee stands in the next sentence");
        await page.TabToAsync("f-reason");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published");
    }
}
