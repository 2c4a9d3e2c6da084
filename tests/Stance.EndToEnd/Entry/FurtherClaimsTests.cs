using Microsoft.Playwright;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Entry;

public sealed class FurtherClaimsTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task A_second_report__makes_the_act_firmer_or_disputed_and_can_be_preferred()
    {
        // B×2 gives 0.855; with an independent C×3 (0.60) 0.942, to the nearest 0.05.
        var id = await app.EnterAsync(EntryApp.Act("Told by two"));
        await using var curator = await app.VisitAsync(browser, $"/acts/{id}/edit");
        var page = curator.Page;

        await page.TabToButtonAsync("Add what another report says");
        await page.Keyboard.PressAsync("Enter");
        await page.TypeIntoAsync("f-furtherClaims-0--statement", "Two flights, not one");
        await page.TypeIntoAsync("f-furtherClaims-0--source-name", "Another source of the test");
        await page.PickAsync("f-furtherClaims-0--source-reliability", "fairly", "fairly reliable");
        await page.TypeIntoAsync("f-furtherClaims-0--report-title", "Another report of the test");
        await page.TypeIntoAsync("f-furtherClaims-0--report-publishedOn", "25 July 2022");
        await page.PickAsync("f-furtherClaims-0--credibility", "poss", "possibly");
        await Assertions.Expect(page.Locator(".further .hint[role=status]")).ToContainTextAsync("Together: confidence 0.95");
        await page.PickAsync("f-furtherClaims-0--rank", "normal: c", "contradicts");
        await Assertions.Expect(page.Locator(".further .hint[role=status]")).ToContainTextAsync("Together: confidence 0.85");
        await Pictures.TakeAsync(page, "further-claims");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Corrected");

        await page.OpenAsync($"/acts/{id}");
        await Assertions.Expect(page.Locator(".act-head .tag.warn")).ToHaveTextAsync("disputed");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Claims", Exact = true })).ToContainTextAsync("Two flights, not one");

        await page.OpenAsync($"/acts/{id}/edit");
        await Assertions.Expect(page.Locator("fieldset.columns")).ToBeEnabledAsync();
        await page.TabToButtonAsync("Prefer report 2");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-statement")).ToHaveValueAsync("Two flights, not one");
        await page.TypeIntoAsync("f-excerpt-passage", "Сынақтың екі ұшағы ұшты");
        await page.UnfoldAsync("The passage is not in English");
        await page.TypeIntoAsync("f-report-language", "kk");
        await page.TypeIntoAsync("f-excerpt-translation", "Two planes of the test took off");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Corrected");
        var stored = await app.ReadAsync($"/api/v1/acts/{id}");
        Assert.Contains("Two flights, not one", stored.GetRawText(), StringComparison.Ordinal);

        await page.OpenAsync($"/acts/{id}");
        await Assertions.Expect(page.Locator("blockquote.passage p[lang=kk]")).ToHaveTextAsync("Сынақтың екі ұшағы ұшты");
        await Assertions.Expect(page.Locator(".translation p[lang=en]")).ToHaveTextAsync("Two planes of the test took off");
        Assert.Empty(await page.BarriersAsync());
        await page.OpenAsync($"/acts?countries=KAZ&q={Uri.EscapeDataString("ҰША planes")}");
        await Assertions.Expect(page.Locator(".found mark")).ToHaveTextAsync(["ұшағы", "planes"]);
        curator.AssertNothingWrong();
    }
}
