using Microsoft.Playwright;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Entry;

public sealed class KindOfActTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task Kind__searched_by_a_word__shows_its_definition_its_example_and_its_own_fields()
    {
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var page = curator.Page;

        await page.ChooseAsync("f-type", "admits peop", "Shelter, evacuation, exchange");
        await Assertions.Expect(page.Locator("#f-type-about")).ToContainTextAsync(
            "Admits, evacuates or exchanges people to their good and their country’s. Example: A country gives Ukrainians protection: +4.");
        await Assertions.Expect(page.GetByLabel("People, people")).ToBeVisibleAsync();

        await page.TakeAsync("type", "Aid shipment or flight");
        await Assertions.Expect(page.GetByLabel("Weight, t")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("People, people")).ToHaveCountAsync(0);

        await page.TakeAsync("type", "Aid money");
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Pays aid money +5" })).ToBeVisibleAsync();
        await page.Field("type").FillAsync("zeppelin");
        await Assertions.Expect(page.GetByText("No kind of act matches these words.")).ToBeVisibleAsync();
        curator.AssertNothingWrong();
    }
}
