using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stance.Acts;
using Stance.Data.Alignment;
using Stance.Data.People;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;
using Stance.ViewStates;
using Stance.Wording;

namespace Stance.EndToEnd.Recoding;

/// <summary>A new codebook by the keyboard alone, in an app of its own: it moves every line.</summary>
public sealed class CodebookTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task A_new_version__is_drafted_previewed_and_published__and_the_line_moves_as_previewed()
    {
        await using var administrator = await app.VisitAsync(browser, "/desk/codebook", Role.Administrator);
        var page = administrator.Page;
        await page.Locator("#f-version:enabled").WaitForAsync();
        var before = Index(AsOf.Now);
        await page.TypeIntoAsync("f-version", "1.1");
        await page.TypeIntoAsync("f-note", "Travelling says more");
        await page.PickAsync("f-kind", "Visits", "Visits");
        await page.TabToAsync("f-variants-DIP-VISI-default-base");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("5");
        await Assertions.Expect(page.Locator("#changes")).ToContainTextAsync("Visits, base score");
        // Left before it is published: kept, and here again when the administrator comes back.
        await page.GetByRole(AriaRole.Link, new() { Name = "Codebook 1.0" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Codebook 1.0", Level = 1 })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Draft a new version" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#f-version")).ToHaveValueAsync("1.1");
        await Assertions.Expect(page.Locator("#changes")).ToContainTextAsync("Visits, base score");
        await page.PickAsync("f-kind", "Visits", "Visits");
        await page.TabToButtonAsync("Show what would move");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#not-yet")).ToContainTextAsync("within its range");
        await page.TabToAsync("f-variants-DIP-VISI-default-base");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("4");
        await page.TabToButtonAsync("Show what would move");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#moves-said")).ToContainTextAsync("Visits 2");
        var row = page.Locator("#moves tbody tr").Filter(new() { HasText = "Kazakhstan" }).Filter(new() { HasText = "Russia’s war" });
        await Assertions.Expect(row.Locator("td").Nth(1)).ToHaveTextAsync(before);
        var after = (await row.Locator("td").Nth(2).TextContentAsync())!;
        await Assertions.Expect(row.Locator("td").Nth(4)).ToHaveTextAsync("17 Jun 2022");
        var largest = double.Parse((await row.Locator("td").Nth(3).TextContentAsync())!, CultureInfo.InvariantCulture);
        await Pictures.TakeAsync(page, "codebook-preview");
        await page.SetViewportSizeAsync(360, 800);
        await Pictures.TakeAsync(page, "codebook-preview-360");
        await page.SetViewportSizeAsync(1440, 900);
        Assert.Equal(before, Index(AsOf.Now));
        var day = $"1 Jan {DateTime.UtcNow.Year + 1}";
        await page.TypeIntoAsync("f-day", day);
        await page.TabToButtonAsync($"Announce for {day}");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#announced")).ToContainTextAsync("Travelling says more");
        await Assertions.Expect(page.Locator("#f-version")).ToHaveValueAsync("");
        await Pictures.TakeAsync(page, "codebook-announced");
        await page.Locator("#show-announced").ClickAsync();
        await Assertions.Expect(page.Locator("#moves-said")).ToContainTextAsync("Visits 2");
        await page.Locator("#withdraw").ClickAsync();
        await Assertions.Expect(page.Locator("#f-version")).ToHaveValueAsync("1.1");
        await Assertions.Expect(page.Locator("#f-day")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("#announced")).ToHaveCountAsync(0);
        Assert.Empty(await page.BarriersAsync());
        var known = AsOf.At(DateTimeOffset.UtcNow);

        await page.TabToAsync("f-note");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();

        Assert.Equal((after, before), (Index(AsOf.Now), Index(known)));
        // By today the visit has faded; on its day the line moved by what the preview called the largest move.
        var visit = new DateOnly(2022, 6, 17);
        Assert.Equal(largest, Math.Abs(On(visit, AsOf.Now) - On(visit, known)), 0.0051);
        Assert.True(largest > 0.05);
        await page.GotoAsync("/?axis=RUW&countries=KAZ&codebook=1.0");
        await page.WaitForSelectorAsync("main[data-interactive]");
        await Assertions.Expect(page.Locator(".phrase")).ToHaveTextAsync("scored by codebook 1.0");
        await Assertions.Expect(page.Locator(".finding .eyebrow")).ToContainTextAsync("as known today, scored by codebook 1.0");
        await page.GetByRole(AriaRole.Button, new() { Name = "As known today" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Scored by", new() { Exact = true })).ToHaveValueAsync("1.0");
        await Pictures.TakeAsync(page, "codebook-chosen");
        await page.GetByLabel("Scored by", new() { Exact = true }).SelectOptionAsync("");
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("codebook"));
        await page.GotoAsync("/codebook/compare");
        await Assertions.Expect(page.Locator("#changes tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#moves tbody tr").Filter(new() { HasText = "Kazakhstan" }).Filter(new() { HasText = "Russia’s war" }).Locator("td").Nth(2)).ToHaveTextAsync(after);
        Assert.Empty(await page.BarriersAsync());
        await Pictures.TakeAsync(page, "codebook-compare");
        await page.SetViewportSizeAsync(360, 800);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
        await Pictures.TakeAsync(page, "codebook-compare-360");
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync("/codebook/1.0");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Codebook 1.0" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Codebook 1.1" })).ToBeVisibleAsync();
        Assert.Empty(await page.BarriersAsync());
        await Pictures.TakeAsync(page, "codebook");
        await page.SetViewportSizeAsync(360, 800);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
        await Pictures.TakeAsync(page, "codebook-360");
        administrator.AssertNothingWrong();
    }

    private string Index(AsOf known) => NumberWords.Index(On(DateOnly.FromDateTime(DateTime.UtcNow), known));

    private double On(DateOnly day, AsOf known)
    {
        var view = new ViewState { Countries = [new("KAZ")], Period = new Period(day, day), AsOf = known };
        return Assert.Single(app.Services.GetRequiredService<AlignmentReader>().Read(view, Scope.Everything).Countries).Line.Last.Index;
    }
}
