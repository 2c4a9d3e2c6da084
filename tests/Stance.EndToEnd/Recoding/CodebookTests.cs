using Deque.AxeCore.Playwright;
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
        await Pictures.TakeAsync(page, "codebook-preview");
        await page.SetViewportSizeAsync(360, 800);
        await Pictures.TakeAsync(page, "codebook-preview-360");
        await page.SetViewportSizeAsync(1440, 900);
        Assert.Equal(before, Index(AsOf.Now));
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        var known = AsOf.At(DateTimeOffset.UtcNow);

        await page.TabToAsync("f-note");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToBeFocusedAsync();

        Assert.Equal((after, before), (Index(AsOf.Now), Index(known)));
        await page.GotoAsync("/codebook/1.0");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Codebook 1.0" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Codebook 1.1" })).ToBeVisibleAsync();
        administrator.AssertNothingWrong();
    }

    private string Index(AsOf known)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var view = new ViewState { Countries = [new("KAZ")], Period = new Period(today, today), AsOf = known };
        return NumberWords.Index(Assert.Single(app.Services.GetRequiredService<AlignmentReader>().Read(view, Scope.Everything).Countries).Line.Last.Index);
    }
}
