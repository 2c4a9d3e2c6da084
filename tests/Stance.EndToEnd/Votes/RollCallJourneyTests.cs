using System.Text.Json;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;

namespace Stance.EndToEnd.Votes;

/// <summary>A curator enters, scores and corrects a roll call with the keyboard alone.</summary>
public sealed class RollCallJourneyTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Roll_call__pasted_checked_scored_and_corrected__by_keyboard_alone()
    {
        await using var curator = await app.VisitAsync(browser, "/votes/new");
        var page = curator.Page;
        await curator.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Locator("#f-text:enabled").WaitForAsync();

        // The record fills the fields and the grid; a vote set by hand is counted at once.
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", TerritorialIntegrity.Record);
        await page.TabToAsync("f-text");
        await page.Keyboard.PressAsync("Control+v");
        await Assertions.Expect(page.Locator("#f-symbol")).ToHaveValueAsync(TerritorialIntegrity.Symbol);
        await Assertions.Expect(page.Locator("#f-title")).ToHaveValueAsync("Territorial integrity of Ukraine");
        await Assertions.Expect(page.Locator(".vote-grid tr")).ToHaveCountAsync(193);
        // Left without saving, it is back when the form opens again.
        await page.GetByRole(AriaRole.Link, new() { Name = "Countries", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Countries", Level = 1 })).ToBeVisibleAsync();
        await page.GotoAsync("/votes/new");
        await page.Locator("#f-text:enabled").WaitForAsync();
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".vote-grid tr")).ToHaveCountAsync(193);

        await page.TabToAsync("v-AFG");
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator("#v-KAZ")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("y");
        await Assertions.Expect(page.Locator("#v-KAZ")).ToHaveAttributeAsync("aria-label", "Kazakhstan, Yes");
        await Assertions.Expect(page.Locator("#v-KEN")).ToBeFocusedAsync();
        await Assertions.Expect(Counted(page, "f-yes")).ToContainTextAsync("101 entered");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(Counted(page, "f-yes")).ToContainTextAsync("100 entered");

        // A tally typed wrongly is not saved; the message leads to its field.
        await page.TypeIntoAsync("f-yes", "101");
        await page.TypeIntoAsync("f-no", "11");
        await page.TypeIntoAsync("f-abstain", "58");
        await page.TypeIntoAsync("f-absent", "24");
        await Pictures.TakeAsync(page, "votes-new");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.ToFix()).ToBeFocusedAsync();
        await Assertions.Expect(page.ToFix()).ToContainTextAsync("The record has 101 that voted Yes, the votes entered come to 100.");
        await Pictures.TakeAsync(page, "votes-new-differs");
        await AssertFitsAsync(page, 1440, 360);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-yes")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("100");
        await Assertions.Expect(page.Locator("#f-yes")).ToHaveValueAsync("100");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("A/RES/68/262 is on file with 193 votes.");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();

        // Scored in two steps over the same preview.
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#f-favoured:enabled").WaitForAsync();
        await page.PickAsync("f-favoured", "Ukr", "Ukraine");
        await Assertions.Expect(page.Locator("#moves-said")).ToContainTextAsync("raised");
        await page.TypeIntoAsync("f-reason", "It affirms the borders of Ukraine.");
        await Pictures.TakeAsync(page, "votes-score");
        await AssertFitsAsync(page, 1440, 360);
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Proposed.");
        await Assertions.Expect(page.Locator("[data-save]")).ToHaveTextAsync("Publish the scoring");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("193 votes are acts now.");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Territorial integrity of Ukraine", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("nobody else has looked at it")).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "votes-one");

        // One vote corrected, its tally with it.
        var correct = page.GetByRole(AriaRole.Link, new() { Name = "Correct", Exact = true });
        await correct.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#votes-go:enabled").WaitForAsync();
        await page.TypeIntoAsync("votes-go", "israel");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#v-ISR")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator("#v-ISR")).ToHaveAttributeAsync("aria-label", "Israel, Abstained, was Absent");
        await RetypeAsync(page, "f-abstain", "59");
        await RetypeAsync(page, "f-absent", "23");
        await page.TypeIntoAsync("f-reason", "A correction of the test.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Version 2 of A/RES/68/262 is known from now on");
        await Pictures.TakeAsync(page, "votes-correct");
        await AssertFitsAsync(page, 1440);

        var listed = (await app.ReadAsync("/api/v1/roll-calls?q=territorial+2014&from=2014-01-01&to=2014-12-31")).GetProperty("rollCalls").EnumerateArray().ToList();
        Assert.Empty(listed);
        var found = Assert.Single((await app.ReadAsync("/api/v1/roll-calls?q=68%2F262")).GetProperty("rollCalls").EnumerateArray());
        var detail = await app.ReadAsync($"/api/v1/roll-calls/{found.GetProperty("id").GetGuid()}");
        Assert.Equal((2, 193, 59), (detail.GetProperty("version").GetInt32(), detail.GetProperty("votes").GetArrayLength(), detail.GetProperty("tally").GetProperty("abstain").GetInt32()));
        Assert.Equal("ISR X A", Corrected(detail.GetProperty("corrected")[0]));
        curator.AssertNothingWrong();

        static string Corrected(JsonElement vote) =>
            $"{vote.GetProperty("country").GetString()} {vote.GetProperty("was").GetString()} {vote.GetProperty("became").GetString()}";
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Votes__for_every_reader__are_listed_found_and_opened(int width, ColorScheme scheme)
    {
        await using var reader = await browser.VisitAsync(app.Address, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        await reader.SignInAsync(app.Services, Role.Viewer, "/votes");
        var page = reader.Page;
        await reader.SettleAsync();
        await Pictures.TakeAsync(page, $"votes-{width}");
        await AssertFitsAsync(page, width);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Enter a roll call" })).ToHaveCountAsync(0);
        await page.Locator("#votes-words").FillAsync("membership suspension");
        await page.Locator("#votes-words").PressAsync("Enter");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Suspension of the rights of membership of the Russian Federation in the Human Rights Council" });
        await Assertions.Expect(page.Locator(".roll-calls tbody tr")).ToHaveCountAsync(1);
        await link.ClickAsync();

        await Assertions.Expect(page.GetByText("93 yes, 24 no, 58 abstained, 18 absent.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kazakhstan" })).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, $"votes-one-{width}");
        await AssertFitsAsync(page, width);
        await page.GotoAsync("/votes/new");
        await Assertions.Expect(page.Locator("#f-text")).ToHaveCountAsync(0);
        Assert.Empty(reader.Strangers);
    }

    private static ILocator Counted(IPage page, string field) => page.Locator($".field:has(#{field}) .counted");

    /// <summary>Filled in, with votes and problems, it fits the window and has nothing wrong for a screen reader.</summary>
    private static async Task AssertFitsAsync(IPage page, params int[] widths)
    {
        var before = page.ViewportSize!.Width;
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            if (width < before)
                await Pictures.TakeAsync(page, $"votes-{new Uri(page.Url).Segments[^1]}-{width}");
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{page.Url} is wider than {width}.");
            Assert.Empty(await page.BarriersAsync());
        }
        await page.SetViewportSizeAsync(before, 900);
    }

    private static async Task RetypeAsync(IPage page, string field, string text)
    {
        await page.TabToAsync(field);
        await page.Keyboard.PressAsync("Control+a");
        await page.TypeIntoAsync(field, text);
    }
}
