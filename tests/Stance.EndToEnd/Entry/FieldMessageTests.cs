using Microsoft.Playwright;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Entry;

public sealed class FieldMessageTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task Save__an_empty_form__a_list_that_takes_the_focus_and_a_message_at_each_field()
    {
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var page = curator.Page;

        await page.SaveAsync();

        await Assertions.Expect(page.ToFix()).ToBeFocusedAsync();
        await Assertions.Expect(page.ToFix().GetByRole(AriaRole.Listitem)).ToHaveTextAsync(
        [
            "Source: Choose a source on file, or name a new one.",
            "Title of the report: Enter the title of the report.",
            "Published on: Enter a date such as 2022-03-14.",
            "Passage: Quote the passage the act rests on.",
            "How credible: Choose how credible the claim is: 1 confirmed by others … 5 improbable, 6 cannot be judged.",
            "Who acts: Choose who acts.",
            "Kind of act: Choose the kind of act.",
            "Date: Enter a date such as 2022-03-14.",
            "Title: Enter the title.",
        ]);
        Assert.Empty(await page.BarriersAsync());
        foreach (var path in new[] { "source", "report.title", "report.publishedOn", "excerpt.passage", "credibility", "country", "type", "from", "title" })
        {
            await Assertions.Expect(page.Problem(path)).ToBeVisibleAsync();
            Assert.Contains($"{EntryPage.Id(path)}-error", await page.Field(path).GetAttributeAsync("aria-describedby"), StringComparison.Ordinal);
            Assert.Equal("true", await page.Field(path).GetAttributeAsync("aria-invalid"));
            await page.ToFix().Locator($"a[href$='#{EntryPage.Id(path)}']").ClickAsync();
            await Assertions.Expect(page.Field(path)).ToBeFocusedAsync();
        }
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task Fields__left_with_what_they_cannot_take__say_what_to_do()
    {
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var page = curator.Page;
        await page.TakeAsync("type", "Aid shipment or flight");

        foreach (var (path, typed, message) in new[]
        {
            ("from", "31 February 2022", "Enter a date such as 2022-03-14."),
            ("from", "<img src=x onerror=alert(1)>", "Enter a date such as 2022-03-14."),
            ("from", "1 January 2999", "Enter a date up to today, "),
            ("report.publishedOn", "2022-13-01", "Enter a date such as 2022-03-14."),
            ("report.publishedOn", "1 January 2999", "Enter a date up to today, "),
            ("report.url", "javascript:alert(1)", "Enter a web address that starts with https:// or http://, or leave it empty."),
            ("intensity", "9", "Enter a value from +4 to +6."),
            ("intensity", "much", "Enter a value from +4 to +6."),
            ("confidence", "2", "Enter a value from 0.05 to 1."),
            ("attributes.tonnes", "heavy", "Enter a number, or choose not known."),
            ("attributes.tonnes", "-1", "Enter 0 or more."),
            ("attributes.sent_on", "soon", "Enter a date such as 2022-03-14, or choose not known."),
            ("title", "a\u202Eb", "Remove the invisible character U+202E at place 2."),
        })
        {
            await page.Field(path).FillAsync(typed);
            await page.Keyboard.PressAsync("Tab");

            await Assertions.Expect(page.Problem(path)).ToContainTextAsync(message);
            await Assertions.Expect(page.Field(path)).ToHaveValueAsync(typed);
        }
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task Dates__between_two_days_the_wrong_way_round__says_which_to_change()
    {
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var page = curator.Page;
        await page.Field("from").FillAsync("24 July 2022");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Day", Exact = true }).FocusAsync();
        foreach (var _ in Enumerable.Range(0, 3))
            await page.Keyboard.PressAsync("ArrowRight");
        await page.GetByLabel("Latest day").FillAsync("24 February 2022");
        await page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(page.Problem("to")).ToHaveTextAsync("Enter a date on or after 24 July 2022, or swap the two.");
        await page.GetByLabel("Earliest day").FillAsync("24 February 2022");
        await page.GetByLabel("Latest day").FillAsync("24 July 2022");
        await Assertions.Expect(page.Problem("to")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByLabel("Day used in the sum")).ToHaveAttributeAsync("placeholder", "10 May 2022");
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task Strength__not_the_usual_one__asks_why_before_it_is_saved()
    {
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var page = curator.Page;
        await page.FillAsync("An act of unusual strength");
        await page.Field("intensity").FillAsync("6");
        await page.SaveAsync();

        await Assertions.Expect(page.ToFix().GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["Why this strong: Say why it is not +5."]);
        Assert.Equal(0, await app.CountAsync("An act of unusual strength"));
        await page.Field("intensityReason").FillAsync("More than 100 tonnes");
        await page.SaveAsync();

        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published.");
        Assert.Equal(1, await app.CountAsync("An act of unusual strength"));
    }

    [Fact]
    public async Task Title__of_ten_thousand_characters__is_refused_and_stays_in_the_field()
    {
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var (page, endless) = (curator.Page, new string('x', 10_000));
        await page.FillAsync("short");
        await page.Field("title").FillAsync(endless);

        // A press is called off by sliding away from the button, not by what appears meanwhile and moves it.
        var at = await PressAsync(page);
        await page.Mouse.MoveAsync(at.X, at.Y + 300);
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.ToFix()).ToHaveCountAsync(0);
        await page.Field("title").FillAsync("short");
        await page.Field("title").BlurAsync();
        await Assertions.Expect(page.Problem("title")).ToHaveCountAsync(0);
        await page.Field("title").FillAsync(endless);
        await PressAsync(page);
        await page.Mouse.UpAsync();

        await Assertions.Expect(page.ToFix().GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["Title: Shorten the title to 300 characters; it has 10000."]);
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync(endless);
        curator.AssertNothingWrong();
    }

    /// <summary>Presses Save and holds it until the title is told off and Save has moved.</summary>
    private static async Task<LocatorBoundingBoxResult> PressAsync(IPage page)
    {
        var save = page.Locator("[data-save]");
        await save.HoverAsync(new() { Position = new() { X = 10, Y = 3 } });
        var at = await save.BoundingBoxAsync();
        await page.Mouse.DownAsync();
        await Assertions.Expect(page.Problem("title")).ToBeVisibleAsync();
        await save.EvaluateAsync("button => button.style.transform = button.style.transform ? '' : 'translateY(80px)'");
        return at!;
    }

    [Fact]
    public async Task Save__refused_by_what_is_on_file__keeps_every_word_and_saves_once_it_is_mended()
    {
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var page = curator.Page;
        await page.FillAsync("An act refused once");
        await page.Field("source").SelectOptionAsync("");
        await page.Field("source.name").FillAsync("wall street journal");
        await page.Field("source.reliability").SelectOptionAsync("A");
        await page.Field("note").FillAsync("A note of two\nlines");
        await page.SaveAsync();

        await Assertions.Expect(page.ToFix().GetByRole(AriaRole.Listitem)).ToHaveTextAsync(
            ["How reliable: Wall Street Journal is on file as usually reliable (B). Choose it there, or give this source another name."]);
        await Assertions.Expect(page.Problem("source.reliability")).ToBeVisibleAsync();
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("An act refused once");
        await Assertions.Expect(page.Field("note")).ToHaveValueAsync("A note of two\nlines");
        await Assertions.Expect(page.Field("country")).ToHaveValueAsync("Kazakhstan");
        await page.Field("source.reliability").SelectOptionAsync("B");
        await page.SaveAsync();

        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published.");
        Assert.Equal(1, await app.CountAsync("An act refused once"));
    }
}
