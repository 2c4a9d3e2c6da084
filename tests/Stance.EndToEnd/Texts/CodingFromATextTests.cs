using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;
using Stance.EndToEnd.People;

namespace Stance.EndToEnd.Texts;

public sealed class CodingFromATextTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    private const int MostPresses = 40;

    // The first sentence is one of the passages of the sample; the rest says nothing of anybody.
    private const string Article =
        "Snubs of the test\n\nA first paragraph of the test, about nothing.\n\nA telling moment came in June, when Kazakh President Kassym-Jomart Tokayev flew to Russia for "
        + "Mr. Putin’s flagship economic forum in St. Petersburg. Days later, nothing came of it.";

    [Fact]
    public async Task Visit__by_keyboard_alone__from_the_text_to_the_act_within_forty_presses()
    {
        await using var curator = await app.VisitAsync(browser, "/desk/texts/new");
        var page = curator.Page;
        await BringAsync(page, "A paper of the keyboard", Article);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Snubs of the test", Level = 1 })).ToBeVisibleAsync();
        await page.TabToBlockAsync();
        var keys = new KeyCount(page);

        // To the last paragraph, over its first words, and on to the end of the sentence.
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("[data-told]")).ToHaveTextAsync("¶2: A telling moment came in June, when Kazakh President Kassym-Jomart Tokayev flew to Russia for Mr. Putin’s flagship economic forum in St. Petersburg. Days later, nothing came of it.");
        await keys.PressAsync("ArrowRight", 7);
        await Assertions.Expect(page.Locator("[data-told]")).ToHaveTextAsync("Kazakh");
        await keys.PressAsync("Shift+End");
        await Assertions.Expect(page.Locator("[data-told]")).ToHaveTextAsync("Selected: Kazakh President Kassym-Jomart Tokayev flew to Russia for Mr. Putin’s flagship economic forum in St. Petersburg.");
        await keys.PressAsync("e");
        await Assertions.Expect(page.Locator("mark").First).ToHaveTextAsync("Kazakh President Kassym-Jomart Tokayev flew to Russia for Mr. Putin’s flagship economic forum in St. Petersburg.");
        await Assertions.Expect(page.Locator("#take-all")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".kinds li").First).ToContainTextAsync("Visits");
        Assert.Equal("", await page.Field("type").InputValueAsync());
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Field("credibility")).ToBeFocusedAsync();
        foreach (var (field, value) in new[] { ("country", "Kazakhstan"), ("recipient", "Russia"), ("type", "Visits"), ("from", "June 2022"), ("attributes.visitor", "Kassym-Jomart Tokayev") })
            await Assertions.Expect(page.Field(field)).ToHaveValueAsync(value);
        await keys.TypeAsync("prob");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published.");

        Assert.InRange(keys.Presses, 1, MostPresses);
        TestContext.Current.SendDiagnosticMessage($"{keys.Presses} key presses for a visit");
        await Assertions.Expect(page.Locator("a.coded")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Field("country")).ToHaveValueAsync("");
        await page.Saved().GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator("blockquote.passage mark")).ToContainTextAsync("flew to Russia");
        await Assertions.Expect(page.Locator("blockquote.passage .pointer")).ToHaveTextAsync("¶2, sentence 1");
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task Desk__what_is_typed__stands_whatever_is_proposed_and_days_later_is_no_date()
    {
        await using var curator = await app.VisitAsync(browser, "/desk/texts/new");
        var page = curator.Page;
        await BringAsync(page, "A paper of the mouse", Article + " Again.");
        await page.Field("title").FillAsync("A title of my own");

        await page.Locator("[data-from]").Last.ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("Shift+End");
        await page.Locator("[data-pin]").ClickAsync();
        await Assertions.Expect(page.Locator("#take-all")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+Digit0");

        await Assertions.Expect(page.Field("type")).Not.ToHaveValueAsync("");
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("A title of my own");
        await Assertions.Expect(page.Field("credibility")).ToBeFocusedAsync();
        await page.Locator("#take-all").FocusAsync();
        await page.Keyboard.PressAsync("Alt+Digit9");
        await page.Keyboard.PressAsync("Shift+End");
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Problem("from")).ToHaveTextAsync("The passage says “Days later”. Pin one that gives the day, or choose Between or By.");
        await page.Locator("#f-precision input[value=before]").CheckAsync();
        await page.Field("to").FillAsync("24 July 2022");
        await Assertions.Expect(page.Field("scoredOn")).ToHaveAttributeAsync("placeholder", "24 July 2022");
        await Assertions.Expect(page.Problem("from")).ToHaveCountAsync(0);
        Assert.Empty(await page.BarriersAsync());
        await Pictures.TakeAsync(page, "text-desk");
        await page.SetViewportSizeAsync(390, 844);
        await Pictures.TakeAsync(page, "text-desk-phone-form");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Article" }).ClickAsync();
        await Assertions.Expect(page.Field("title")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-article]")).ToBeVisibleAsync();
        Assert.Empty(await page.BarriersAsync());
        await Pictures.TakeAsync(page, "text-desk-phone-article");
        await page.OpenAsync("/desk/texts");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "A paper of the mouse" })).ToContainTextAsync("The whole text");
        await Pictures.TakeAsync(page, "texts-phone");
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task New__the_same_text_again__the_report_on_file_is_offered()
    {
        await using var curator = await app.VisitAsync(browser, "/desk/texts/new");
        var page = curator.Page;
        await BringAsync(page, "A paper of copies", "A copied headline\n\nThe only paragraph.");
        var first = page.Url;
        await page.OpenAsync("/desk/texts/new");

        await FillAsync(page, "A copied headline\n\nThe only paragraph.");
        await page.GetByLabel("Publisher").SelectOptionAsync(new SelectOptionValue { Label = "A paper of copies, fairly reliable (C)" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it on the desk" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Code from it" }).ClickAsync();
        await page.WaitForURLAsync(first);
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task Api__a_curators_program__stores_a_text_once_and_reads_it_back()
    {
        static JsonObject Body(string? keeps) => new()
        {
            ["source"] = new JsonObject { ["name"] = "A paper of the program", ["reliability"] = "B" },
            ["report"] = new JsonObject { ["title"] = "A report of the program", ["publishedOn"] = "2022-07-24" },
            ["keeps"] = keeps,
            ["text"] = "A report of the program\n\nIts only paragraph.",
        };
        using var stored = await app.SendAsync(HttpMethod.Post, "/api/v1/reports", Body("whole"), "t1");
        using var replayed = await app.SendAsync(HttpMethod.Post, "/api/v1/reports", Body("whole"), "t1");
        using var again = await app.SendAsync(HttpMethod.Post, "/api/v1/reports", Body("whole"), "t2");
        using var refused = await app.SendAsync(HttpMethod.Post, "/api/v1/reports", Body(null), "t3");

        Assert.Equal([201, 201, 409, 422], new[] { stored, replayed, again, refused }.Select(a => (int)a.StatusCode));
        var entry = await app.ReadAsync(stored.Headers.Location!.ToString());
        Assert.Equal(("A report of the program\n\nIts only paragraph.", "whole"), (entry.GetProperty("text").GetString(), entry.GetProperty("keeps").GetString()));
        using var reader = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");
        using var denied = await reader.GetAsync(stored.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(403, (int)denied.StatusCode);
    }

    [Theory]
    [InlineData("/desk/texts")]
    [InlineData("/desk/texts/new")]
    [InlineData("/desk/texts/00000000-0000-0000-0000-000000000000")]
    [InlineData("/desk/texts/00000000-0000-0000-0000-000000000000/text")]
    public async Task Pages__an_analyst__is_told_that_they_are_for_curators(string path)
    {
        await using var analyst = await app.VisitAsync(browser, "/countries", Role.Analyst);

        var answer = await analyst.Page.GotoAsync(path);

        Assert.Equal(403, answer!.Status);
    }

    private static async Task BringAsync(IPage page, string source, string words)
    {
        await FillAsync(page, words);
        await page.GetByLabel("Name of the new source").FillAsync(source);
        await page.GetByLabel("How reliable").SelectOptionAsync("C");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it on the desk" }).ClickAsync();
        await page.Locator("[data-article]").WaitForAsync();
    }

    private static async Task FillAsync(IPage page, string words)
    {
        await page.GetByLabel("Or paste its words").FillAsync(words);
        await page.GetByLabel("Published on").FillAsync("24 July 2022");
        await page.GetByLabel("The whole text").CheckAsync();
        await Assertions.Expect(page.GetByLabel("Title", new() { Exact = true })).Not.ToHaveValueAsync("");
    }
}
