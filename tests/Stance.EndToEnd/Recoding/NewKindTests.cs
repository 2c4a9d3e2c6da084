using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;
using Stance.ViewStates;

namespace Stance.EndToEnd.Recoding;

/// <summary>A kind of act from its draft to its first acts, in an app of its own.</summary>
public sealed class NewKindTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task A_new_kind_with_a_field__is_published_and_coded_at_once__and_a_withdrawn_kind_no_longer()
    {
        await using var administrator = await app.VisitAsync(browser, "/desk/codebook", Role.Administrator);
        var page = administrator.Page;
        await page.Locator("#f-version:enabled").WaitForAsync();
        await page.Locator("#f-version").FillAsync("1.1");
        await page.Locator("#f-note").FillAsync("Scholarships are told apart");
        await page.Locator("#f-added").FillAsync("hum");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the kind" }).ClickAsync();
        await Assertions.Expect(page.Locator("#f-added-error")).ToContainTextAsync("Three capital letters");
        await page.Locator("#f-added").FillAsync("HUM-SCHO");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the kind" }).ClickAsync();
        await page.Locator("#f-kinds-HUM-SCHO-name").FillAsync("Grants scholarships");
        await page.Locator("#f-kinds-HUM-SCHO-definition").FillAsync("Pays for students of another state");
        await page.Locator("#f-kinds-HUM-SCHO-example").FillAsync("Students are taken in");
        await page.Locator("#f-kinds-HUM-SCHO-variants-default-label").FillAsync("Grants scholarships");
        await page.Locator("#f-kinds-HUM-SCHO-variants-default-isDeed").SelectOptionAsync("yes");
        foreach (var (part, number) in new[] { ("base", "3"), ("low", "1"), ("high", "4") })
            await page.Locator($"#f-variants-HUM-SCHO-default-{part}").FillAsync(number);
        await page.Locator("#f-HUM-SCHO-field").FillAsync("seats");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the field" }).ClickAsync();
        await page.Locator("#f-kinds-HUM-SCHO-fields-seats-label").FillAsync("Places");
        await page.Locator("#f-kinds-HUM-SCHO-fields-seats-kind").SelectOptionAsync("integer");
        // The weight of evidence is left out.
        await page.Locator("[data-save]").ClickAsync();
        await Assertions.Expect(page.Locator("#f-variants-HUM-SCHO-default-evidenceWeight-error")).ToContainTextAsync("between 0 and 1");
        await page.Locator("#f-variants-HUM-SCHO-default-evidenceWeight").FillAsync("1");
        await page.Locator("#f-kind").SelectOptionAsync("DIP-OUTR");
        await page.Locator("#f-kinds-DIP-OUTR-withdrawn").SelectOptionAsync("yes");
        await Assertions.Expect(page.Locator("#words")).ToContainTextAsync("Places: whole number");
        await Assertions.Expect(page.Locator("#words")).ToContainTextAsync("not coded, withdrawn");
        await Pictures.TakeAsync(page, "codebook-kind");
        await page.Locator("#f-kind").SelectOptionAsync("HUM-SCHO");
        await page.SetViewportSizeAsync(360, 800);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
        await Pictures.TakeAsync(page, "codebook-kind-360");
        Assert.Empty(await page.BarriersAsync());
        await page.SetViewportSizeAsync(1440, 900);
        await page.Locator("[data-save]").ClickAsync();
        await Assertions.Expect(page.Saved()).ToBeVisibleAsync();
        administrator.AssertNothingWrong();

        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var form = curator.Page;
        await form.FillAsync("Students of the test");
        await form.TakeAsync("type", "Grants scholarships");
        await form.Field("attributes.seats").FillAsync("40");
        await form.SaveAsync();
        await Assertions.Expect(form.Saved()).ToBeVisibleAsync();
        Assert.Equal(1, await app.CountAsync("Students of the test"));
        curator.AssertNothingWrong();

        var coded = EntryApp.Act("Students by a program");
        (coded["type"], coded["attributes"]) = ("HUM-SCHO", new System.Text.Json.Nodes.JsonObject { ["seats"] = 12 });
        await app.EnterAsync(coded);
        var withdrawn = EntryApp.Act("Withdrawn by a program");
        (withdrawn["type"], withdrawn["attributes"]) = ("DIP-OUTR", new System.Text.Json.Nodes.JsonObject());
        using var refused = await app.SendAsync(HttpMethod.Post, "/api/v1/acts", withdrawn, "withdrawn");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("withdrawn from the codebook", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // Both kinds stand in the line: the new one's acts, and the withdrawn one's of before.
        var snapshot = app.Services.GetRequiredService<ActFeed>().Snapshot;
        var line = snapshot.Columns.Slice(new ViewState { Axis = "RUW" }, new("KAZ"));
        var kinds = Enumerable.Range(0, line.Count).Select(i => snapshot.Columns.Types[line[i].Type]).ToList();
        Assert.Equal(2, kinds.Count(k => k == "HUM-SCHO"));
        Assert.Contains("DIP-OUTR", kinds);
    }
}
