using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.Browser;
using Stance.Testing;

namespace Stance.EndToEnd.Entry;

public sealed class HostileFormTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    private static readonly string[] Texts = ["note", "report.title", "report.author", "report.originGroup", "excerpt.pointer", "statement", "attributes.cargo", "title"];

    [Fact]
    public async Task Form__of_hostile_text__previews_saves_corrects_and_meets_a_newer_version_as_text()
    {
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        var page = curator.Page;
        await page.FillAsync(Hostile.Image);
        foreach (var path in Texts)
            await page.Field(path).FillAsync(Hostile.Image);
        await page.Field("excerpt.passage").FillAsync($"Before {Hostile.Image} after");
        await page.Field("excerpt.highlightTo").FillAsync(Hostile.Image);
        await page.Field("source").SelectOptionAsync("");
        await page.Field("source.name").FillAsync(Hostile.Image);
        await page.Field("source.reliability").SelectOptionAsync("C");
        await Assertions.Expect(page.Locator("blockquote.as-read mark")).ToHaveTextAsync(Hostile.Image);
        await page.AssertHarmlessAsync();
        await page.SaveAsync();
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Published.");
        var act = await page.Saved().GetByRole(AriaRole.Link).GetAttributeAsync("href");

        await page.FillAsync("Another like it");
        await Assertions.Expect(page.Locator(".before-save")).ToContainTextAsync(Hostile.Image);
        await page.AssertHarmlessAsync();

        await page.GotoAsync($"{act}/edit");
        await page.Locator("#f-title:enabled").WaitForAsync();
        await page.Field("title").FillAsync(Hostile.Image + "?");
        await page.Locator("#f-reason").FillAsync(Hostile.Image);
        using (var theirs = await app.SendAsync(HttpMethod.Put, $"/api/v1{act}", Hostile.Act("Theirs " + Hostile.Image, 14), "theirs", version: 1))
            Assert.True(theirs.IsSuccessStatusCode, await theirs.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await page.SaveAsync();
        await Assertions.Expect(page.Locator("#conflict")).ToContainTextAsync("Theirs " + Hostile.Image);
        await page.AssertHarmlessAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Discard mine" }).ClickAsync();
        await Assertions.Expect(page.Field("reason")).ToHaveValueAsync("");
        await page.Field("reason").FillAsync(Hostile.Image);
        await page.SaveAsync();
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Corrected.");
        await page.GotoAsync(act!);
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Versions", Exact = true })).ToContainTextAsync($": {Hostile.Image}");
        await page.AssertHarmlessAsync();
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task Name__that_turns_the_reading_over__refused_at_its_field()
    {
        await using var guest = await browser.VisitAsync(app.Address);
        var secret = await app.Services.GetRequiredService<LinkWriter>().InviteAsync(Actor.Console, "turned@example.org", Role.Viewer, TestContext.Current.CancellationToken);
        await guest.Page.GotoAsync($"/welcome/{secret}");
        await guest.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ada\u202E");
        await guest.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(TestPeople.Password);
        await guest.Page.GetByLabel("The same password again").FillAsync(TestPeople.Password);
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();

        await Assertions.Expect(guest.Page.GetByText("Remove the invisible character U+202E from your name.")).ToBeVisibleAsync();
        guest.AssertNothingWrong();
    }
}
