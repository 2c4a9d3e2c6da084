using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Views;

public sealed class MapFilmTests(AppFixture app, BrowserFixture browser)
{
    [Fact]
    public async Task Map__by_keys__goes_to_a_day_and_the_address_keeps_it__and_plays_to_the_end()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, "/?countries=KAZ&from=2022-01-01&to=2022-07-24");
        var page = visitor.Page;
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Day of the map" });
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "24 July 2022");

        await slider.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page).ToHaveURLAsync($"{app.Address}?countries=KAZ&from=2022-01-01&mapDay=2022-01-01&to=2022-07-24");
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "1 January 2022");
        await Assertions.Expect(page.GetByText("Index on 1 January 2022")).ToBeVisibleAsync();

        var change = page.GetByRole(AriaRole.Link, new() { Name = "Change in 90 days" });
        await Assertions.Expect(change).ToHaveAttributeAsync("href", "/?countries=KAZ&from=2022-01-01&mapChange=90&mapDay=2022-01-01&to=2022-07-24");
        await change.ClickAsync();
        await Assertions.Expect(page.GetByText("Change of the index in the 90 days to 1 January 2022")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync($"{app.Address}?countries=KAZ&from=2022-01-01&mapChange=90&to=2022-07-24");
        await Assertions.Expect(page.GetByText("Change of the index in the 90 days to 24 July 2022")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByText("Change of the index in the 90 days to 1 January 2022")).ToBeVisibleAsync();
        visitor.AssertNothingWrong();
    }
}
