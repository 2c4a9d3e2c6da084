using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Data.People;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;
using Stance.ViewStates;
using Stance.Wording;

namespace Stance.EndToEnd.Registers;

/// <summary>Registers are kept with the keyboard alone.</summary>
public sealed class RegisterPageTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task A_mark__is_added_corrected_and_taken_back__and_charts_follow()
    {
        const string chart = "/?countries=KAZ&from=2022-01-01&to=2022-07-24";
        await using var curator = await app.VisitAsync(browser, "/desk/registers");
        var page = curator.Page;
        await page.FollowAsync("Marks on charts");
        await page.Locator("#f-title:enabled").WaitForAsync();

        await page.TypeIntoAsync("f-title", "A mark of the test");
        await page.TypeIntoAsync("f-from", "14 March 2022");
        await page.TypeIntoAsync("f-to", "1 March 2022");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.ToFix()).ToBeFocusedAsync();
        await Assertions.Expect(page.Problem("to")).ToContainTextAsync("after the first");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-to")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();
        var row = page.Locator("#marks tbody tr").Filter(new() { HasText = "A mark of the test" });
        await Assertions.Expect(row).ToContainTextAsync("14 Mar 2022");
        Assert.Contains(Marked(), t => t == ("A mark of the test", new DateOnly(2022, 3, 14)));
        await Pictures.TakeAsync(page, "triggers");

        await page.TabToButtonAsync("Correct A mark of the test");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-title")).ToBeFocusedAsync();
        await page.TabToAsync("f-from");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("15 March 2022");
        await page.TypeIntoAsync("f-reason", "A day later");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(row).ToContainTextAsync("15 Mar 2022");
        await Assertions.Expect(row.Locator("details")).ToContainTextAsync("A day later");
        Assert.Contains(Marked(), t => t == ("A mark of the test", new DateOnly(2022, 3, 15)));
        await page.GotoAsync(chart);
        await Assertions.Expect(page.GetByText("A mark of the test").First).ToBeAttachedAsync();

        await page.GotoAsync("/desk/registers/triggers");
        await page.Locator("#f-title:enabled").WaitForAsync();
        await page.TabToButtonAsync("Take back A mark of the test");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Nothing happened");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(row).ToContainTextAsync("Nothing happened");
        Assert.DoesNotContain(Marked(), t => t.Title == "A mark of the test");
        Assert.Empty(await page.BarriersAsync());
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task A_tie__says_which_lines_it_moves_and_they_move_as_announced()
    {
        await using var administrator = await app.VisitAsync(browser, "/desk/registers/ties", Role.Administrator);
        var page = administrator.Page;
        await page.Locator("#f-country:enabled").WaitForAsync();
        var before = Index();
        await page.PickAsync("f-country", "K", "Kazakhstan");
        await page.PickAsync("f-group", "U", "Union State with Russia");
        await page.TypeIntoAsync("f-from", "1 March 2022");
        var announced = page.Locator(".line-starts [data-axis=RUW] [data-after]");
        await Assertions.Expect(announced).ToBeVisibleAsync();
        var after = await announced.TextContentAsync();
        Assert.NotEqual(before, after);
        Assert.Equal(before, Index());
        await page.TypeIntoAsync("f-source", "A treaty of the test");
        await Pictures.TakeAsync(page, "ties");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();
        Assert.Equal(after, Index());

        await page.TabToButtonAsync("End Kazakhstan and Union State with Russia");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-until")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("1 April 2022");
        await Assertions.Expect(announced).ToHaveTextAsync(before);
        await page.TypeIntoAsync("f-source", "A notice of the test");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#spells tr").Filter(new() { HasText = "A notice of the test" })).ToContainTextAsync("until 1 April 2022");
        Assert.Equal(before, Index());

        await page.TabToButtonAsync("Take back Kazakhstan and Union State with Russia, from 1 March 2022 until 1 April 2022");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Entered in error");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#changes tbody tr").First).ToContainTextAsync("Entered in error");
        await Assertions.Expect(page.Locator("#spells tr").Filter(new() { HasText = "A notice of the test" })).ToHaveCountAsync(0);
        Assert.Empty(await page.BarriersAsync());
        administrator.AssertNothingWrong();
    }

    [Fact]
    public async Task A_country__renamed_and_given_a_further_name__is_called_and_found_so_at_once()
    {
        await using var administrator = await app.VisitAsync(browser, "/desk/registers/countries", Role.Administrator);
        await using var reader = await app.VisitAsync(browser, "/countries/BTN");
        var page = administrator.Page;
        await page.Locator("#f-find").FillAsync("bhutan");
        await page.Locator("#countries").GetByRole(AriaRole.Link, new() { Name = "Bhutan" }).ClickAsync();
        await page.Locator("#f-name:enabled").WaitForAsync();

        await page.TypeIntoAsync("f-name", "Bhutan of the test");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Problem("reason")).ToContainTextAsync("Enter the reason");
        await page.TypeIntoAsync("f-reason", "Renamed by the test");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Bhutan of the test");
        await Assertions.Expect(page.Locator("#changes tbody tr").First).ToContainTextAsync("Renamed by the test");
        await Assertions.Expect(reader.Page.GetByText("Bhutan of the test").First).ToBeVisibleAsync();

        await page.TypeIntoAsync("f-alias", "Dragonland");
        await page.PickAsync("f-kind", "N", "Name");
        await page.TypeIntoAsync("f-alias-reason", "A map of the test");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#names")).ToContainTextAsync("Dragonland");
        Assert.Contains("Dragonland", Register.Countries[new("BTN")].OtherNames);
        await page.TabToButtonAsync("Take away Dragonland, Name");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-alias-reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("No map says so");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#names")).Not.ToContainTextAsync("Dragonland");
        await Assertions.Expect(page.Locator("#changes")).ToContainTextAsync("No map says so");
        await Pictures.TakeAsync(page, "kept-country-changed");
        Assert.Empty(await page.BarriersAsync());
        administrator.AssertNothingWrong();
    }

    [Fact]
    public async Task A_side__says_which_lines_it_moves_and_is_taken_back()
    {
        await using var administrator = await app.VisitAsync(browser, "/desk/registers/axes", Role.Administrator);
        var page = administrator.Page;
        await page.Locator("#axes").GetByRole(AriaRole.Link).Filter(new() { HasText = Register.Axes["CNW"].Name }).ClickAsync();
        await page.Locator("#f-country:enabled").WaitForAsync();
        var before = Index("CNW");
        await page.PickAsync("f-country", "Russ", "Russia");
        await page.TypeIntoAsync("f-weight", "2");
        await page.TypeIntoAsync("f-from", "1 January 2022");
        await page.TypeIntoAsync("f-source", "A record of the test");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Problem("weight")).ToContainTextAsync("from −1");
        await page.Locator("#f-weight").FillAsync("−0.5");
        await page.Locator("#show-moves").ClickAsync();
        var announced = page.Locator("#moves tbody tr").Filter(new() { HasText = "Kazakhstan" });
        await Assertions.Expect(announced).ToBeVisibleAsync();
        var after = await announced.Locator("td").Nth(2).TextContentAsync();
        Assert.NotEqual(before, after);
        Assert.Equal(before, Index("CNW"));
        await Pictures.TakeAsync(page, "kept-axis-preview");
        await page.Locator("#f-source").PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();
        Assert.Equal(after, Index("CNW"));

        await page.TabToButtonAsync("Take back Russia, from 1 January 2022 on");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Entered in error");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#changes tbody tr").First).ToContainTextAsync("Entered in error");
        Assert.Equal(before, Index("CNW"));
        await Pictures.TakeAsync(page, "kept-axis-changed");
        Assert.Empty(await page.BarriersAsync());
        administrator.AssertNothingWrong();
    }

    [Fact]
    public async Task A_bloc__newly_made__is_offered_to_readers_at_once()
    {
        await using var administrator = await app.VisitAsync(browser, "/desk/registers/bloc-names", Role.Administrator);
        await using var reader = await app.VisitAsync(browser, "/countries");
        var page = administrator.Page;
        await page.Locator("#f-code:enabled").WaitForAsync();
        await page.TypeIntoAsync("f-code", "quad");
        await page.TypeIntoAsync("f-name", "Quadrilateral Dialogue");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.ToFix()).ToBeFocusedAsync();
        await Assertions.Expect(page.Problem("reason")).ToContainTextAsync("Enter the reason");
        await page.TypeIntoAsync("f-reason", "A record of the test");
        await Pictures.TakeAsync(page, "bloc-register");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#changes tbody tr").First).ToContainTextAsync("A record of the test");
        await Assertions.Expect(reader.Page.Locator(".bloc-list")).ToContainTextAsync("Quadrilateral Dialogue");
        await page.TabToButtonAsync("Correct Quadrilateral Dialogue");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-name")).ToBeFocusedAsync();
        await Pictures.TakeAsync(page, "bloc-register-changed");
        Assert.Empty(await page.BarriersAsync());
        administrator.AssertNothingWrong();
    }

    [Fact]
    public async Task A_source_read_since_a_day_inside_a_line__is_marked_there_and_its_acts_wait_when_asked_until_it_is_coded_back()
    {
        await using var curator = await app.VisitAsync(browser, "/desk/registers/sources");
        await using var reader = await app.VisitAsync(browser, "/?countries=KAZ&from=2022-01-01&to=2022-07-24", Role.Viewer);
        var (desk, page) = (curator.Page, reader.Page);
        var (level, flag, note) = (page.Locator(".finding .figure").First, page.Locator(".new-sources"), page.Locator(".uncounted"));
        var before = await level.TextContentAsync() ?? "";
        await Assertions.Expect(flag).ToHaveCountAsync(0);

        await CorrectAsync();
        await desk.TypeIntoAsync("f-readSince", "3 May 2022");
        await desk.TypeIntoAsync("f-codedBackTo", "1 June 2022");
        await desk.TypeIntoAsync("f-reason", "Read by the test since May");
        await Pictures.TakeAsync(desk, "source-form");
        await desk.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(desk.Problem("codedBackTo")).ToContainTextAsync("before 3 May 2022");
        await desk.Locator("#f-codedBackTo").FillAsync("");
        await desk.Locator("#f-codedBackTo").PressAsync("Control+Enter");
        await Assertions.Expect(desk.Saved()).ToBeFocusedAsync();
        await Assertions.Expect(Row()).ToContainTextAsync("Since 3 May 2022, not coded back");

        await Assertions.Expect(flag).ToContainTextAsync("Since 3 May 2022 Wall Street Journal is read as well; it is not coded back.");
        await Assertions.Expect(page.Locator(".acts-table .tag").GetByText("new source").First).ToBeVisibleAsync();
        await Assertions.Expect(level).ToHaveTextAsync(before);
        await Pictures.TakeAsync(page, "new-source-counts");
        await Assertions.Expect(page.Locator(".brief")).ToContainTextAsync("Were it to wait until coded back, the line would end at");
        await page.GetByRole(AriaRole.Button, new() { Name = "More filters" }).ClickAsync();
        await Pictures.TakeAsync(page, "new-source-choice");
        await page.GetByRole(AriaRole.Button, new() { Name = "Wait until coded back", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("newSources=wait"));
        await Assertions.Expect(note).ToContainTextAsync(new Regex("acts of 1.new source wait until it is coded back"));
        await Assertions.Expect(level).Not.ToHaveTextAsync(before);
        await Pictures.TakeAsync(page, "new-source-waits");
        Assert.Empty(await page.BarriersAsync());

        await CorrectAsync();
        await desk.TypeIntoAsync("f-codedBackTo", "1 January 2022");
        await desk.TypeIntoAsync("f-reason", "Coded back by the test");
        await desk.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(Row()).ToContainTextAsync("coded back to 1 Jan 2022");
        await Assertions.Expect(note).ToHaveCountAsync(0);
        await Assertions.Expect(flag).ToHaveCountAsync(0);
        await Assertions.Expect(level).ToHaveTextAsync(before);
        await Pictures.TakeAsync(desk, "sources-read");
        Assert.Empty(await desk.BarriersAsync());
        curator.AssertNothingWrong();
        reader.AssertNothingWrong();

        ILocator Row() => desk.Locator("#sources tbody tr").Filter(new() { HasText = "Wall Street Journal" });

        async Task CorrectAsync()
        {
            await Row().GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
            await Assertions.Expect(desk.Locator("#f-source-name")).ToBeFocusedAsync();
            await desk.Locator("#f-reason:enabled").WaitForAsync();
        }
    }

    private string Index(string axis = ViewState.DefaultAxis)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var view = new ViewState { Axis = axis, Countries = [new("KAZ")], Period = new Period(today, today) };
        return NumberWords.Index(Assert.Single(app.Services.GetRequiredService<AlignmentReader>().Read(view, Scope.Everything).Countries).Line.Last.Index);
    }

    private Register Register => app.Services.GetRequiredService<ActFeed>().Register;

    private IEnumerable<(string Title, DateOnly From)> Marked() => Register.Triggers.Select(t => (t.Title, t.From));
}
