using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Entry;

public sealed class NewerVersionTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task Edit__that_meets_a_newer_version__shows_both_and_overwrites_neither()
    {
        var id = await app.EnterAsync(EntryApp.Act("As it was"));
        await using var curator = await app.VisitAsync(browser, $"/acts/{id}/edit");
        var page = curator.Page;
        await page.Field("title").FillAsync("Mine");
        await page.Field("note").FillAsync("My note");
        await page.Locator("#f-reason").FillAsync("A better title");
        using var theirs = await app.SendAsync(HttpMethod.Put, $"/api/v1/acts/{id}", Theirs(), "theirs", version: 1);
        Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);
        await page.SaveAsync();

        var conflict = page.Locator("#conflict");
        await Assertions.Expect(conflict).ToBeFocusedAsync();
        await Assertions.Expect(conflict.GetByRole(AriaRole.Row)).ToHaveTextAsync(
            new Regex[] { new(@"Field\s*Yours\s*Theirs"), new(@"Title\s*Mine\s*Theirs"), new(@"Weight\s*28\s*30"), new(@"Note\s*My note\s*not given") });
        Assert.Equal(("Theirs", 2), await StandsAsync(id));
        await Pictures.TakeAsync(page, "entry-newer-version");

        await conflict.GetByLabel("Mine", new() { Exact = true }).CheckAsync();
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Go on with the chosen" }).ClickAsync();
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Not saved yet.");
        Assert.Equal(("Theirs", 2), await StandsAsync(id));
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("Mine");
        await Assertions.Expect(page.Field("note")).ToHaveValueAsync("My note");
        await Assertions.Expect(page.Field("attributes.tonnes")).ToHaveValueAsync("30");
        await Assertions.Expect(page.Locator("#f-reason")).ToHaveValueAsync("A better title");
        await page.SaveAsync();

        await Assertions.Expect(page.Saved()).ToContainTextAsync("Corrected.");
        Assert.Equal(("Mine", 3), await StandsAsync(id));
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task Correction__begun_before_a_newer_version__gone_on_with_from_the_desk__meets_it()
    {
        var id = await app.EnterAsync(EntryApp.Act("As it was before lunch"));
        await using var curator = await app.VisitAsync(browser, $"/acts/{id}/edit");
        var page = curator.Page;
        await page.Field("title").FillAsync("Mine, begun before lunch");
        await page.LeaveAsync();
        using var theirs = await app.SendAsync(HttpMethod.Put, $"/api/v1/acts/{id}", Theirs(), "theirs of lunch", version: 1);
        Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);

        await FromDeskAsync(page, "Mine, begun before lunch", $"/acts/{id}/edit?on=1");
        await Assertions.Expect(page.Locator(".standfirst")).ToContainTextAsync("Version 2 is on file meanwhile");
        await Assertions.Expect(page.Field("title")).ToHaveValueAsync("Mine, begun before lunch");
        await Pictures.TakeAsync(page, "entry-older-version");
        await page.Locator("#f-reason").FillAsync("The name in full");
        await page.SaveAsync();
        var conflict = page.Locator("#conflict");
        await Assertions.Expect(conflict).ToBeFocusedAsync();
        Assert.Equal(("Theirs", 2), await StandsAsync(id));
        await conflict.GetByLabel("Mine, begun before lunch", new() { Exact = true }).CheckAsync();
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Go on with the chosen" }).ClickAsync();
        await page.SaveAsync();

        await Assertions.Expect(page.Saved()).ToContainTextAsync("Corrected.");
        Assert.Equal(("Mine, begun before lunch", 3), await StandsAsync(id));
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("main[data-interactive]");
        await Assertions.Expect(page.Locator(".standfirst")).ToContainTextAsync("Version 3 stays readable");
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToHaveCountAsync(0);
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task Correction__of_an_act_retracted_meanwhile__is_read_again_and_dropped_from_the_desk()
    {
        var id = await app.EnterAsync(EntryApp.Act("An act soon taken back"));
        await using var curator = await app.VisitAsync(browser, $"/acts/{id}/edit");
        var page = curator.Page;
        await page.Field("title").FillAsync("Words on an act soon taken back");
        await page.LeaveAsync();
        using var retracted = await app.SendAsync(HttpMethod.Post, $"/api/v1/acts/{id}/retraction", new JsonObject { ["reason"] = "It was another country" }, "taken back", version: 1);
        Assert.True(retracted.IsSuccessStatusCode, retracted.StatusCode.ToString());

        await FromDeskAsync(page, "Words on an act soon taken back", $"/acts/{id}/edit?on=1");
        await Assertions.Expect(page.Locator(".standfirst")).ToContainTextAsync("The act was retracted meanwhile: It was another country");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start afresh" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToHaveCountAsync(0);

        await page.GotoAsync("/desk");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No draft of yours lies here" })).ToBeVisibleAsync();
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task Retract__from_the_act_with_a_reason__leaves_the_charts_and_stays_to_be_read()
    {
        var id = await app.EnterAsync(EntryApp.Act("An act to take back"));
        await using var curator = await app.VisitAsync(browser, $"/acts/{id}");
        var page = curator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Retract", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Retract an act" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retract this act" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Enter the reason.")).ToBeVisibleAsync();
        Assert.Equal(1, await app.CountAsync("An act to take back"));

        await page.GetByLabel("Why it is taken back").FillAsync("It was another country");
        await page.GetByRole(AriaRole.Button, new() { Name = "Retract this act" }).ClickAsync();

        await Assertions.Expect(page.Saved()).ToContainTextAsync("Retracted. An act to take back counts no longer.");
        Assert.Equal(0, await app.CountAsync("An act to take back"));
        await page.GotoAsync($"/acts/{id}");
        await Assertions.Expect(page.Locator(".notice.err")).ToContainTextAsync("It was another country");
        curator.AssertNothingWrong();
    }

    [Fact]
    public async Task Publish__pressed_twice__one_act()
    {
        await using var curator = await app.VisitAsync(browser, "/acts/new");
        await curator.Page.FillAsync("An act published in haste");

        await curator.Page.Locator("[data-save]").DblClickAsync();

        await Assertions.Expect(curator.Page.Saved()).ToContainTextAsync("Published.");
        Assert.Equal(1, await app.CountAsync("An act published in haste"));
    }

    private static async Task FromDeskAsync(IPage page, string draft, string path)
    {
        await page.GotoAsync("/desk");
        var link = page.GetByRole(AriaRole.Link, new() { Name = draft });
        await Assertions.Expect(link).ToHaveAttributeAsync("href", path);
        await link.ClickAsync();
        await Assertions.Expect(page.GetByText("Your unsaved words are back.")).ToBeVisibleAsync();
    }

    private static JsonObject Theirs()
    {
        var act = EntryApp.Act("Theirs");
        act["attributes"]!["tonnes"] = 30;
        return act;
    }

    private async Task<(string? Title, int Version)> StandsAsync(Guid id)
    {
        using var probe = await app.SendAsync(HttpMethod.Put, $"/api/v1/acts/{id}", EntryApp.Act("Never"), Guid.NewGuid().ToString(), version: 999);
        Assert.Equal(HttpStatusCode.PreconditionFailed, probe.StatusCode);
        var current = JsonDocument.Parse(await probe.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("current");
        return (current.GetProperty("act").GetProperty("title").GetString(), current.GetProperty("version").GetInt32());
    }
}
