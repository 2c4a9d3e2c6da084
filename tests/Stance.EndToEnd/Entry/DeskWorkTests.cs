using Microsoft.Playwright;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Entry;

public sealed class DeskWorkTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task A_pair_found_to_be_two__is_asked_about_no_more__until_it_is_undone__by_keyboard()
    {
        var first = await app.EnterAsync(EntryApp.Act("Two flights of the test"));
        var second = await app.EnterAsync(EntryApp.Act("Two flights of the test, next day"));
        await using var curator = await app.VisitAsync(browser, "/desk/duplicates");
        var page = curator.Page;
        var pairs = page.GetByRole(AriaRole.Region, new() { Name = "Possible duplicates" });
        var found = page.GetByRole(AriaRole.Region, new() { Name = "Pairs found to be two acts" });

        var two = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Two different acts.*Two flights") });
        await Assertions.Expect(two).ToBeEnabledAsync();
        await two.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("One flew on Monday, one on Tuesday.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Saved.");
        await Assertions.Expect(found).ToContainTextAsync("One flew on Monday, one on Tuesday.");
        await Assertions.Expect(pairs.GetByText("Two flights of the test, next day")).ToHaveCountAsync(0);
        await curator.SettleAsync();
        await Pictures.TakeAsync(page, "two-acts");

        await page.GotoAsync($"/acts/{second}/edit");
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("Two flights of the test, next day");
        await Assertions.Expect(page.GetByText("On file already:").And(page.Locator($"p:has(a[href='/acts/{first}']) b"))).ToHaveCountAsync(0);

        await page.GotoAsync("/desk/duplicates");
        await Assertions.Expect(found.GetByRole(AriaRole.Button)).ToBeEnabledAsync();
        await found.GetByRole(AriaRole.Button).PressAsync("Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Undone.");
        await Assertions.Expect(pairs).ToContainTextAsync("Two flights of the test, next day");
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task A_template_of_an_act__starts_another__and_both_are_changed_at_once__by_keyboard()
    {
        var id = await app.EnterAsync(EntryApp.Act("Flight for a template"));
        await app.EnterAsync(EntryApp.Act("Another cargo of the test"));
        await using var curator = await app.VisitAsync(browser, $"/acts/{id}");
        var page = curator.Page;
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "The way of this act" })).ToContainTextAsync("Second-coded");
        await page.GetByRole(AriaRole.Link, new() { Name = "Save as a template" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Aid flights");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Saved.");
        await curator.SettleAsync();
        await Pictures.TakeAsync(page, "templates");

        await page.GetByRole(AriaRole.Link, new() { Name = "Start an act from Aid flights" }).PressAsync("Enter");
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("Flight for a template");
        await Assertions.Expect(page.Field("recipient")).ToHaveValueAsync("Ukraine");
        await Assertions.Expect(page.Field("from")).ToHaveValueAsync("");
        await Assertions.Expect(page.Field("excerpt.passage")).ToHaveValueAsync("");
        await curator.SettleAsync();
        await Pictures.TakeAsync(page, "from-template");

        await page.GotoAsync("/acts/bulk?countries=KAZ&from=2022-04-14&to=2022-04-14");
        await Assertions.Expect(page.Locator("#f-value")).ToBeEnabledAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^All .* acts listed$") }).PressAsync("Space");
        await page.Locator("#f-value").SelectOptionAsync("RUS");
        await page.TabToButtonAsync("Preview");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#preview")).ToBeFocusedAsync();
        await Pictures.TakeAsync(page, "bulk-preview");
        await page.TypeIntoAsync("f-reason", "Landed in Moscow.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Changed.");
        await page.GotoAsync($"/acts/{id}/history");
        await Assertions.Expect(page.GetByText("Landed in Moscow.").First).ToBeVisibleAsync();
        // Drawn once more as it comes alive: a press before that goes nowhere.
        await curator.SettleAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("see or take back this change$") }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#undo")).ToBeEnabledAsync();
        await page.TypeIntoAsync("undo-reason", "It landed in Kyiv after all.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#undone")).ToContainTextAsync("It landed in Kyiv after all.");
        await Pictures.TakeAsync(page, "bulk-taken-back");
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task An_act_of_three_states__entered_once__stands_in_each_states_list__and_is_taken_back_as_one__by_keyboard()
    {
        const string Title = "Sends relief with its neighbours";
        var like = await app.EnterAsync(EntryApp.Act("Relief of the test"));
        await using var curator = await app.VisitAsync(browser, $"/acts/new?like={like}");
        var page = curator.Page;
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("Relief of the test");
        await page.TabToAsync("f-several");
        await page.Keyboard.PressAsync("Enter");
        foreach (var (typed, name) in new[] { ("uzbek", "Uzbekistan"), ("turkm", "Turkmenistan") })
        {
            await page.TypeIntoAsync("f-also", typed);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Take out {name}" })).ToBeVisibleAsync();
            await Assertions.Expect(page.Field("also")).ToHaveValueAsync("");
        }
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).GetByText("Taken out: Turkmenistan. 2 states together.")).ToHaveCountAsync(1);
        await page.TypeIntoAsync("f-also", "KGZ");
        await page.Keyboard.PressAsync("Enter");
        await page.TypeIntoAsync("f-whole", "Three neighbours send relief");
        await page.TabToAsync("f-title");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(Title);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Publish for 3 states" })).ToBeEnabledAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new(@"^Uzbekistan \+5 ") })).ToBeVisibleAsync();
        await curator.SettleAsync();
        await Pictures.TakeAsync(page, "several-states");
        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published for 3 states. Three neighbours send relief: Kazakhstan, Uzbekistan, Kyrgyzstan.");
        await page.GetByRole(AriaRole.Link, new() { Name = "See them together" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Three neighbours send relief", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = Title })).ToHaveCountAsync(3);
        await curator.SettleAsync();
        await Pictures.TakeAsync(page, "together");
        await page.GetByRole(AriaRole.Row, new() { Name = "Kyrgyzstan" }).GetByRole(AriaRole.Link).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Uzbekistan", Exact = true })).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "part");
        foreach (var country in new[] { "KAZ", "UZB", "KGZ" })
            Assert.Equal(1, await ListedAsync(country));
        Assert.Equal(3, await app.CountAsync(Title));

        await page.GetByRole(AriaRole.Link, new() { Name = "Three neighbours send relief" }).PressAsync("Enter");
        await page.UnfoldAsync("Call it otherwise");
        await page.TabToAsync("f-whole");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" together");
        await page.TabToButtonAsync("Call it so");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-why-error")).ToBeVisibleAsync();
        Assert.Empty(await page.BarriersAsync());
        await page.TypeIntoAsync("f-why", "They went in one convoy.");
        await page.TabToButtonAsync("Call it so");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("It was called “Three neighbours send relief”.");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Three neighbours send relief together", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("then otherwise by")).ToContainTextAsync("They went in one convoy.");
        await page.GetByText("Retract all 3 acts").First.PressAsync("Enter");
        await page.TypeIntoAsync("f-retract", "Nobody sent anything.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("None of its acts stands any more")).ToBeVisibleAsync();
        await Assertions.Expect(page.Saved()).ToContainTextAsync("3 acts count no longer.");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();
        await Pictures.TakeAsync(page, "together-taken-back");
        Assert.Equal(0, await app.CountAsync(Title));
        curator.AssertNothingWrong();

        async Task<int> ListedAsync(string country)
        {
            var list = await app.ReadAsync($"/api/v1/acts?countries={country}&from=2022-04-14&to=2022-04-14");
            return list.GetProperty("acts").EnumerateArray().Count(a => a.GetProperty("title").GetString() == Title);
        }
    }
}
