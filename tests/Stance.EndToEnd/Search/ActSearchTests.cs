using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Search;

public sealed class ActSearchTests(AppFixture app, BrowserFixture browser)
{
    [Fact]
    public async Task Box__by_keys__finds_the_aid_flight_by_a_misspelt_word_and_its_weight__and_is_cleared()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/acts?countries=KAZ");
        var page = visitor.Page;
        var box = page.GetByRole(AriaRole.Searchbox, new() { Name = "List only acts with these words or fields" });
        var rows = page.Locator(".acts-table tbody tr");
        await Assertions.Expect(rows.Nth(20)).ToBeAttachedAsync();

        await box.FocusAsync();
        await page.Keyboard.TypeAsync("medecine tonnes > 20");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows).ToContainTextAsync("Flies 28");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("countries=KAZ&q=medecine%20tonnes%20%3E%2020$"));
        await Assertions.Expect(page.GetByText("Acts with tonnes over 20, holding “medecine”.")).ToBeVisibleAsync();
        await Assertions.Expect(box).ToBeFocusedAsync();
        Assert.Empty(await page.BarriersAsync());
        await Pictures.TakeAsync(page, "search");

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(rows.Nth(20)).ToBeAttachedAsync();
        await Assertions.Expect(box).ToHaveValueAsync("");
        await Assertions.Expect(page).ToHaveURLAsync($"{app.Address}acts?countries=KAZ");

        await page.Keyboard.TypeAsync("tonns > 20");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Acts have no field “tonns”. Did you mean “tonnes”?")).ToBeVisibleAsync();
        await page.GetByText("Fields and how to search").ClickAsync();
        await Pictures.TakeAsync(page, "search-fields");
        await page.SetViewportSizeAsync(390, 844);
        await Pictures.TakeAsync(page, "search-phone");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("q=tonns"));
        visitor.AssertNothingWrong();
    }
}
