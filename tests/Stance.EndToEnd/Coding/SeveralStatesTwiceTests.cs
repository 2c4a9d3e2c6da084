using Microsoft.Playwright;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;

namespace Stance.EndToEnd.Coding;

public sealed class SeveralStatesTwiceTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    private const string Title = "Relief as the first coder reads it";

    [Fact]
    public async Task A_passage_of_several_states__is_coded_blind_by_two_people_too_and_becomes_an_act_of_each()
    {
        await using var ada = await app.VisitAsync(browser, "/acts/new");
        await using var bo = await app.VisitAsync(browser, "/");
        await using var cy = await app.VisitAsync(browser, "/");
        await ada.Page.WaitForSelectorAsync("main[data-interactive]");
        await ada.Page.FillAsync(Title);
        await AddStateAsync(ada.Page, "KGZ", "Kyrgyzstan");
        await ada.Page.TabToButtonAsync("Save for second coding");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Page.Saved()).ToContainTextAsync("Kept for a second coder");

        await bo.Page.OpenAsync("/desk");
        await bo.Page.GetByRole(AriaRole.Link, new() { Name = "Code this passage" }).PressAsync("Enter");
        await Assertions.Expect(bo.Page.Locator("fieldset.columns")).ToBeEnabledAsync();
        Assert.DoesNotContain("Kyrgyzstan", await bo.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await bo.Page.PickAsync("f-credibility", "prob", "probably");
        await bo.Page.ChooseAsync("f-country", "Kazakh", "Kazakhstan");
        await bo.Page.ChooseAsync("f-recipient", "Ukr", "Ukraine");
        await AddStateAsync(bo.Page, "UZB", "Uzbekistan");
        await bo.Page.ChooseAsync("f-type", "Aid ship", "Aid shipment or flight");
        await bo.Page.TypeIntoAsync("f-from", "14 April 2022");
        await bo.Page.TypeIntoAsync("f-title", "As Bo reads it");
        await bo.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(bo.Page.Saved()).ToContainTextAsync("The two answers differ");

        await cy.Page.OpenAsync("/desk");
        await cy.Page.GetByRole(AriaRole.Link, new() { Name = "Look at both answers" }).PressAsync("Enter");
        await Assertions.Expect(cy.Page.Locator("fieldset.columns")).ToBeEnabledAsync();
        await Assertions.Expect(cy.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("^Who acts") })).ToContainTextAsync("Kazakhstan; Uzbekistan");
        await AddStateAsync(cy.Page, "UZB", "Uzbekistan");
        await cy.Page.TypeIntoAsync("f-reason", "All three are named");
        await cy.SettleAsync();
        await Pictures.TakeAsync(cy.Page, "ruling-of-several");
        await cy.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(cy.Page.Saved()).ToContainTextAsync("Published for 3 states");
        await cy.Page.GetByRole(AriaRole.Link, new() { Name = "See them together" }).PressAsync("Enter");
        await Assertions.Expect(cy.Page.GetByRole(AriaRole.Row, new() { Name = "Uzbekistan" })).ToBeVisibleAsync();
        Assert.Equal(3, await app.CountAsync(Title));
        ada.AssertNothingWrong();
        bo.AssertNothingWrong();
        cy.AssertNothingWrong();
    }

    private static async Task AddStateAsync(IPage page, string code, string name)
    {
        if (!await page.Locator("#f-also").IsVisibleAsync())
        {
            await page.TabToAsync("f-several");
            await page.Keyboard.PressAsync("Enter");
        }
        await page.TypeIntoAsync("f-also", code);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Take out {name}" })).ToBeVisibleAsync();
    }
}
