using System.Globalization;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Views;

public sealed class ActTableTests(AppFixture app, BrowserFixture browser)
{
    private const string Table = "from=2022-01-01&tab=table&to=2023-12-31";

    [Fact]
    public async Task Table_of_all_acts__by_keys__scrolls_to_middle_and_end_with_few_rows_in_the_page()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, $"/?{Table}");
        var page = visitor.Page;
        var region = page.GetByRole(AriaRole.Region, new() { Name = "Table of acts" });
        await Assertions.Expect(Row(page, 2)).ToBeVisibleAsync();
        var rows = int.Parse((await page.Locator(".act-grid table").GetAttributeAsync("aria-rowcount"))!, CultureInfo.InvariantCulture);
        Assert.True(rows > 1000);

        await region.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(Row(page, rows)).ToBeInViewportAsync();
        Assert.True(await page.Locator(".act-grid tr.act").CountAsync() < 150);
        for (var press = 0; press < 40; press++)
            await page.Keyboard.PressAsync("PageUp");
        var seen = await SeenAsync(page);
        Assert.InRange(seen, 100, rows - 100);
        await Pictures.TakeAsync(page, "table-middle");
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(Row(page, 2)).ToBeInViewportAsync();
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Table__sorted__a_column_hidden_by_keys__back__and_an_act_opened()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, $"/?countries=KAZ&{Table}");
        var page = visitor.Page;
        await Assertions.Expect(Row(page, 2)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Score", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{app.Address}?countries=KAZ&from=2022-01-01&sort=-score&tab=table&to=2023-12-31");
        await Assertions.Expect(Row(page, 2)).ToContainTextAsync("Refuses to recognise");
        await Pictures.TakeAsync(page, "table");

        var chooser = page.GetByRole(AriaRole.Button, new() { Name = "Columns", Exact = true });
        await chooser.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeFocusedAsync();
        var country = page.GetByRole(AriaRole.Checkbox, new() { Name = "Country", Exact = true });
        await country.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("th.c-country")).ToHaveCountAsync(0);
        await Assertions.Expect(country).ToBeFocusedAsync();
        await Pictures.TakeAsync(page, "table-columns");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(chooser).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("th.c-country")).ToBeVisibleAsync();
        await Row(page, 2).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Refuses to recognise");
        visitor.AssertNothingWrong();
    }

    private static ILocator Row(IPage page, int index) => page.Locator($".act-grid tr.act[aria-rowindex='{index}']");

    /// <summary>The first row whose words stand below the head, once they are read.</summary>
    private static async Task<int> SeenAsync(IPage page)
    {
        var at = await page.WaitForFunctionAsync("""
            () => {
              const region = document.querySelector(".act-grid");
              if (!region) return false;
              const top = region.getBoundingClientRect().top + 40;
              const row = [...document.querySelectorAll(".act-grid tr.act:not(.waits)")].find(r => r.getBoundingClientRect().top >= top);
              return row && row.getBoundingClientRect().top < top + 120 ? Number(row.getAttribute("aria-rowindex")) : false;
            }
            """);
        return await at.JsonValueAsync<int>();
    }
}
