using System.Text;
using Microsoft.Playwright;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;
using Stance.EndToEnd.Votes;
using Stance.Testing;

namespace Stance.EndToEnd.Journeys;

/// <summary>A curator's day, from an article to published, double-coded, disputed, corrected and retracted acts, with the keyboard alone.</summary>
public sealed class CuratorJourneyTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    private const int Rows = 5000;

    // One sentence to a paragraph; none is a report of anything.
    private const string Article = """
        A day at the desk of the test

        In June 2022 Kazakh President Kassym-Jomart Tokayev flew to Russia for a forum of the test.

        On 14 March 2022 Kazakhstan sent 28 tons of medicine to Ukraine, says the test.

        On 17 June 2022 Kazakhstan said that it would not recognise what Russia recognises, says the test.

        On 10 June 2022 Kazakhstan received a delegation from the United States, says the test.

        On 20 June 2022 Kazakhstan called Russia an ally, says the test.
        """;

    // How each is coded: its kind and toward whom, as they are searched for, and what its kind must be told besides.
    private static readonly (string Kind, string Recipient, string Title, string? Own)[] Codings =
    [
        ("Visits", "Russia", "Visit of the test", null),
        ("Aid shipment or flight", "Ukraine", "Aid of the test", null),
        ("States non-recognition", "Russia", "Refusal of the test", "entity"),
        ("Hosts", "United States", "Delegation of the test", null),
        ("Reaffirms ties", "Russia", "Ally of the test", null),
    ];

    private readonly IndexWatch index = new(app);

    [Fact]
    public async Task From_an_article_to_a_batch_undone__by_keyboard_alone__index_explanation_and_replay_right_after_each_step()
    {
        await using var ada = await app.VisitAsync(browser, "/desk/texts/new");
        await using var bo = await app.VisitAsync(browser, "/desk");
        await using var cy = await app.VisitAsync(browser, "/desk");
        await ada.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var seen = await index.LookAsync();

        await PasteArticleAsync(ada.Page);
        foreach (var (coding, n) in Codings.Take(4).Select((c, n) => (c, n)))
        {
            await CodeAsync(ada.Page, coding, n);
            seen = await index.AfterAsync(seen, coding.Title, s => Has(s, coding.Title));
        }
        await CodeAsync(ada.Page, Codings[4], 4, forSecondCoder: true);
        Assert.False(Has(await index.LookAsync(), Codings[4].Title));
        await CodeSecondAsync(bo.Page);
        await RuleAsync(cy.Page);
        seen = await index.AfterAsync(seen, "ruled", s => Has(s, Codings[4].Title));

        await DisputeAsync(ada.Page, await IdAsync("Aid of the test"));
        seen = await index.AfterAsync(seen, "disputed", s => s.Acts.Any(a => a.Title == "Aid of the test" && a.IsDisputed));
        await CorrectAsync(ada.Page, await IdAsync("Refusal of the test"));
        seen = await index.AfterAsync(seen, "corrected", s => Has(s, "Refusal as corrected"));
        await RetractAsync(ada.Page, await IdAsync("Visit of the test"));
        seen = await index.AfterAsync(seen, "retracted", s => !Has(s, "Visit of the test"));

        await EnterRollCallAsync(ada.Page);
        seen = await index.AfterAsync(seen, "roll call", s => s.Acts.Any(a => a.Title.Contains("68/262", StringComparison.Ordinal)));

        var before = seen;
        await ImportAsync(ada.Page);
        seen = await index.AfterAsync(seen, "imported", s => s.Acts.Count(a => a.Title.StartsWith("Made-up", StringComparison.Ordinal)) > 300);
        await UndoAsync(ada.Page);
        seen = await index.AfterAsync(seen, "undone", s => !s.Acts.Any(a => a.Title.StartsWith("Made-up", StringComparison.Ordinal)));
        Assert.Equal(before.Index, seen.Index, 1e-9);
        Assert.Equal(before.Acts, seen.Acts);
        ada.AssertNothingWrong();
        bo.AssertNothingWrong();
        cy.AssertNothingWrong();
    }

    private static bool Has(Seen seen, string title) => seen.Acts.Any(a => a.Title == title);

    private async Task<string> IdAsync(string title)
    {
        var found = await app.ReadAsync($"/api/v1/acts?q={Uri.EscapeDataString($"\"{title}\"")}");
        return Assert.Single(found.GetProperty("acts").EnumerateArray()).GetProperty("id").GetString()!;
    }

    private static async Task PasteArticleAsync(IPage page)
    {
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", Article);
        await page.Locator("#text-words:enabled").WaitForAsync();
        await page.TabToAsync("text-words");
        await page.Keyboard.PressAsync("Control+v");
        await page.TypeIntoAsync("text-name", "A paper of the journey");
        await page.PickAsync("text-reliability", "usually", "usually reliable");
        await Assertions.Expect(page.Locator("#text-title")).ToHaveValueAsync("A day at the desk of the test");
        await page.TypeIntoAsync("text-published", "24 July 2022");
        for (var whole = page.GetByLabel("The whole text"); !await whole.EvaluateAsync<bool>("b => document.activeElement?.name === b.name");)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        for (var presses = 0; !await page.GetByLabel("The whole text").IsCheckedAsync() && presses < 5; presses++)
            await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.GetByLabel("The whole text")).ToBeCheckedAsync();
        await page.TabToButtonAsync("Put it on the desk");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-article]").WaitForAsync();
    }

    /// <summary>Pins the sentence of a paragraph, takes what is proposed, and sets right what is not as wanted.</summary>
    private static async Task CodeAsync(IPage page, (string Kind, string Recipient, string Title, string? Own) coding, int paragraph, bool forSecondCoder = false)
    {
        await page.TabToBlockAsync();
        var told = page.Locator("[data-told]");
        // Up to the first, and down from there.
        for (var presses = 0; presses < 12; presses++)
            await page.Keyboard.PressAsync("ArrowUp");
        for (var presses = 0; presses < paragraph; presses++)
            await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal($"¶{paragraph + 1}", await page.EvaluateAsync<string>("document.activeElement.dataset.pointer"));
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("Shift+End");
        await Assertions.Expect(told).ToContainTextAsync("Selected:");
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Locator("#take-all")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Field("credibility")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("prob");
        await EnsureAsync(page, "country", "Kazakhstan");
        await EnsureAsync(page, "recipient", coding.Recipient);
        await EnsureAsync(page, "type", coding.Kind);
        await page.TabToAsync("f-title");
        await page.Keyboard.PressAsync("Control+a");
        await page.TypeIntoAsync("f-title", coding.Title);
        if (coding.Own is { } own)
            await page.TypeIntoAsync(EntryPage.Id("attributes." + own), "What the test names");
        if (forSecondCoder)
        {
            await page.TabToButtonAsync("Save for second coding");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Saved()).ToContainTextAsync("Kept for a second coder");
            return;
        }
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("a.coded")).ToHaveCountAsync(paragraph + 1);
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published.");
    }

    private static async Task EnsureAsync(IPage page, string field, string name)
    {
        if (await page.Field(field).InputValueAsync() == name)
            return;
        await page.TabToAsync(EntryPage.Id(field));
        await page.Keyboard.PressAsync("Control+a");
        await page.ChooseAsync(EntryPage.Id(field), name, name);
    }

    private static async Task CodeSecondAsync(IPage page)
    {
        await page.OpenAsync("/desk");
        await page.GetByRole(AriaRole.Link, new() { Name = "Code this passage" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("fieldset.columns")).ToBeEnabledAsync();
        await page.PickAsync("f-credibility", "prob", "probably");
        await page.ChooseAsync("f-country", "Kazakh", "Kazakhstan");
        await page.ChooseAsync("f-recipient", "Russ", "Russia");
        await page.ChooseAsync("f-type", "Hosts", "Hosts");
        await page.TypeIntoAsync("f-from", "20 June 2022");
        await page.TypeIntoAsync("f-title", "As the second coder reads it");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("The two answers differ");
    }

    private static async Task RuleAsync(IPage page)
    {
        await page.OpenAsync("/desk");
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at both answers" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("fieldset.columns")).ToBeEnabledAsync();
        await page.TypeIntoAsync("f-reason", "Nobody came; a word was said");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published");
    }

    private static async Task DisputeAsync(IPage page, string id)
    {
        await page.OpenAsync($"/acts/{id}/edit");
        await Assertions.Expect(page.Locator("fieldset.columns")).ToBeEnabledAsync();
        await page.TabToButtonAsync("Add what another report says");
        await page.Keyboard.PressAsync("Enter");
        await page.TypeIntoAsync("f-furtherClaims-0--statement", "Two flights, not one");
        await page.TypeIntoAsync("f-furtherClaims-0--source-name", "Another paper of the journey");
        await page.PickAsync("f-furtherClaims-0--source-reliability", "fairly", "fairly reliable");
        await page.TypeIntoAsync("f-furtherClaims-0--report-title", "Another report of the journey");
        await page.TypeIntoAsync("f-furtherClaims-0--report-publishedOn", "25 July 2022");
        await page.PickAsync("f-furtherClaims-0--credibility", "poss", "possibly");
        await page.PickAsync("f-furtherClaims-0--rank", "normal: c", "contradicts");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Corrected");
    }

    private static async Task CorrectAsync(IPage page, string id)
    {
        await page.OpenAsync($"/acts/{id}/edit");
        await Assertions.Expect(page.Locator("fieldset.columns")).ToBeEnabledAsync();
        await page.TabToAsync("f-title");
        await page.Keyboard.PressAsync("Control+a");
        await page.TypeIntoAsync("f-title", "Refusal as corrected");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Corrected");
    }

    private static async Task RetractAsync(IPage page, string id)
    {
        await page.OpenAsync($"/acts/{id}/retract");
        await page.WaitForSelectorAsync("main[data-interactive]");
        await page.TypeIntoAsync("f-retract", "It never took place");
        await page.TabToButtonAsync("Retract this act");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("etracted");
    }

    private static async Task EnterRollCallAsync(IPage page)
    {
        await page.OpenAsync("/votes/new");
        await page.Locator("#f-text:enabled").WaitForAsync();
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", TerritorialIntegrity.Record);
        await page.TabToAsync("f-text");
        await page.Keyboard.PressAsync("Control+v");
        await Assertions.Expect(page.Locator(".vote-grid tr")).ToHaveCountAsync(193);
        foreach (var (field, tally) in new[] { ("f-yes", "100"), ("f-no", "11"), ("f-abstain", "58"), ("f-absent", "24") })
            await page.TypeIntoAsync(field, tally);
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("A/RES/68/262 is on file with 193 votes.");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#f-favoured:enabled").WaitForAsync();
        await page.PickAsync("f-favoured", "Ukr", "Ukraine");
        await page.TypeIntoAsync("f-reason", "It affirms the borders of Ukraine.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Proposed.");
        await Assertions.Expect(page.Locator("[data-save]")).ToHaveTextAsync("Publish the scoring");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("193 votes are acts now.");
    }

    private static async Task ImportAsync(IPage page)
    {
        await page.OpenAsync("/desk/imports/new");
        await ChooseAsync(page, MadeUp(spoiled: true));
        await PressAsync(page, "import-check");
        await Assertions.Expect(page.Locator("#step-import")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".import-counts")).ToContainTextAsync("37");
        var refused = page.Locator("table.refused tbody tr");
        await Assertions.Expect(refused).ToHaveCountAsync(37);
        await Assertions.Expect(refused.First).ToContainTextAsync("03/04/2022");
        var download = await page.RunAndWaitForDownloadAsync(() => PressAsync(page, "import-download"));
        Assert.Equal(38, (await File.ReadAllLinesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken)).Length);
        await Pictures.TakeAsync(page, "import-refused");

        await ChooseAsync(page, MadeUp());
        await Assertions.Expect(page.Locator("#step-import")).ToHaveCountAsync(0);
        await PressAsync(page, "import-check");
        await Assertions.Expect(page.Locator("#import-load")).ToHaveTextAsync("Import 5,000 acts");
        await PressAsync(page, "import-load");
        await Assertions.Expect(page.Locator("#import-done")).ToContainTextAsync("5,000 new acts");
        await Assertions.Expect(page.Locator("#import-done")).ToBeFocusedAsync();
        await Pictures.TakeAsync(page, "import-done");
    }

    private static async Task UndoAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("made-up.csv");
        await PressAsync(page, "undo-open");
        await page.TypeIntoAsync("undo-reason", "The wrong file");
        await PressAsync(page, "undo");
        await Assertions.Expect(page.Locator("#undone")).ToContainTextAsync("The wrong file");
        await Pictures.TakeAsync(page, "import-undone");
    }

    private static async Task ChooseAsync(IPage page, FilePayload file)
    {
        await Assertions.Expect(page.Locator("#import-file")).ToBeEnabledAsync();
        await page.Locator("#import-file").SetInputFilesAsync(file);
        await Assertions.Expect(page.Locator("#import-check")).ToBeEnabledAsync();
    }

    private static async Task PressAsync(IPage page, string id)
    {
        await Assertions.Expect(page.Locator($"#{id}")).ToBeEnabledAsync();
        await page.TabToAsync(id);
        await page.Keyboard.PressAsync("Enter");
    }

    private static FilePayload MadeUp(bool spoiled = false) => new()
    {
        Name = "made-up.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes(MadeUpFile.Text(Rows, spoiled)
            .Replace("first; second", "unga-es11", StringComparison.Ordinal).Replace(",first\n", ",unga-es11\n", StringComparison.Ordinal)),
    };
}
