using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.People;

namespace Stance.EndToEnd.Views;

public sealed class AmountsTests(AppFixture app, BrowserFixture browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Amounts__from_the_country_page__tell_the_least_and_what_is_not_known__by_month()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/countries/KAZ?from=2022-01-01&to=2022-07-24");
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "All amounts in the acts of Kazakhstan" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Amounts in the acts of Kazakhstan" })).ToBeVisibleAsync();

        var tonnes = page.GetByRole(AriaRole.Link, new() { Name = "Weight (t)" });
        await tonnes.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync($"{app.Address}amounts?countries=KAZ&from=2022-01-01&measure=tonnes&to=2022-07-24");
        await Assertions.Expect(tonnes).ToHaveAttributeAsync("aria-current", "page");
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "Kazakhstan: at least 28" });
        await Assertions.Expect(panel.GetByText("the other’s weight is not known")).ToBeVisibleAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Link, new() { Name = "Flies 28" })).ToBeVisibleAsync();
        await Assertions.Expect(panel.Locator("li", new() { HasText = "another report says 17.5" })).ToContainTextAsync("not known");
        await visitor.SettleAsync();
        await Pictures.TakeAsync(page, "amounts");
        await page.SetViewportSizeAsync(390, 844);
        await Pictures.TakeAsync(page, "amounts-phone");
        await page.SetViewportSizeAsync(1440, 900);

        await panel.GetByRole(AriaRole.Radio, new() { Name = "Table" }).CheckAsync();
        var march = panel.GetByRole(AriaRole.Row, new() { Name = "Mar 2022" });
        await Assertions.Expect(march.GetByRole(AriaRole.Cell)).ToHaveTextAsync(["at least 28\u00a0t", "at least 28\u00a0t", "1", "1"]);
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Api__tonnes_of_Kazakhstan__json_and_csv_with_the_unknown_ones()
    {
        using var client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");
        const string Asked = "countries=KAZ&from=2022-01-01&to=2022-07-24&measure=tonnes";

        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/v1/amounts?{Asked}", Cancel);
        var csv = (await client.GetStringAsync($"/api/v1/amounts.csv?{Asked}", Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        var series = Assert.Single(answer.GetProperty("series").EnumerateArray());
        Assert.Equal(28, series.GetProperty("total").GetDouble());
        Assert.Equal(1, series.GetProperty("notKnown").GetInt32());
        Assert.Equal(3, csv.Length);
        Assert.Single(csv, row => row.Contains(",28,yes,28.2", StringComparison.Ordinal));
        Assert.Single(csv, row => row.Contains(",,no,17.5", StringComparison.Ordinal));
    }
}
