using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.Testing;
using Stance.Web.People;

namespace Stance.EndToEnd.People;

public sealed class PeopleTests(AppFixture app, BrowserFixture browser)
{
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task First_administrator__opening_the_printed_link__joins_invites_and_the_invited_one_joins()
    {
        await using var own = await app.StartAsync(withSample: false);
        var link = await own.Services.GetRequiredService<BootstrapLink>().CreateAsync(own.Address, TestContext.Current.CancellationToken);
        await using var ada = await browser.VisitAsync(own.Address);

        await ada.Page.GotoAsync(link!);
        await FillAsync(ada.Page, "Ada", "ada@example.org");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await ada.Page.WaitForSelectorAsync("main[data-interactive]");
        await ada.Page.GotoAsync("/people");
        await ada.Page.WaitForSelectorAsync("main[data-interactive]");
        await ada.Page.GetByLabel("E-mail address", new() { Exact = true }).FillAsync("not an address");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link", Exact = true }).ClickAsync();
        await Assertions.Expect(ada.Page.GetByText("This is not an e-mail address.")).ToBeVisibleAsync();
        await ada.Page.GetByLabel("E-mail address", new() { Exact = true }).FillAsync("bo@example.org");
        await ada.Page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("Curator");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link", Exact = true }).ClickAsync();
        var invitation = await ada.Page.GetByLabel("Invitation for bo@example.org").InputValueAsync();

        await using var bo = await browser.VisitAsync(own.Address);
        await bo.Page.GotoAsync(invitation);
        await FillAsync(bo.Page, "Bo", email: null);
        await bo.Page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await bo.Page.WaitForSelectorAsync("main[data-interactive]");

        await Assertions.Expect(bo.Page.GetByRole(AriaRole.Link, new() { Name = "Coding desk" }).First).ToBeAttachedAsync();
        await bo.Page.GotoAsync("/people");
        await Assertions.Expect(bo.Page.GetByRole(AriaRole.Heading, new() { Name = "This page is not open to you" })).ToBeVisibleAsync();
        ada.AssertNothingWrong();
        await ada.Page.GotoAsync(link!);
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "This link no longer opens" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("Disable")]
    [InlineData("Demote")]
    [InlineData("Sign out")]
    public async Task Open_window__of_a_person_who_loses_it__closes_within_five_seconds(string how)
    {
        await using var own = await app.StartAsync(withSample: false);
        await using var ada = await browser.VisitAsync(own.Address);
        await using var bo = await browser.VisitAsync(own.Address);
        var curator = await bo.SignInAsync(own.Services, Role.Curator, "/countries");
        await ada.SignInAsync(own.Services, Role.Administrator, "/people");
        var before = own.Services.GetRequiredService<Circuits>().Count;

        var watch = Stopwatch.StartNew();
        if (how == "Demote")
            await ada.Page.GetByLabel($"Role of {curator.Name}").SelectOptionAsync("Viewer");
        else
            await ada.Page.GetByRole(AriaRole.Button, new() { Name = how == "Disable" ? $"Disable {curator.Name}" : $"Sign out {curator.Name} everywhere" }).ClickAsync();
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = curator.Name })).ToBeAttachedAsync();
        await Assertions.Expect(bo.Page).ToHaveURLAsync(new Regex("/sign-in\\?returnUrl=%2Fcountries"));
        watch.Stop();

        Assert.True(watch.Elapsed < Closing, $"It took {watch.Elapsed}.");
        Assert.Equal(2, before);
        await Until(() => own.Services.GetRequiredService<Circuits>().Count == 1);
        await bo.Page.GotoAsync("/countries");
        Assert.Contains("/sign-in", bo.Page.Url, StringComparison.Ordinal);
        if (how == "Sign out")
            await bo.SignInByPageAsync(curator, "/countries");
        ada.AssertNothingWrong();
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/welcome/nothing")]
    public async Task Page__before_signing_in_in_light_and_dark__has_nothing_that_axe_reports(string path)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var visitor = await browser.VisitAsync(app.Address, new() { ColorScheme = scheme });
            await visitor.Page.GotoAsync(path);
            Assert.Empty(await visitor.Page.BarriersAsync());
            await Pictures.TakeAsync(visitor.Page, $"{path[1..].Replace('/', '-')}-{scheme}");
        }
    }

    private static async Task FillAsync(IPage page, string name, string? email)
    {
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        if (email is not null)
            await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(TestPeople.Password);
        await page.GetByLabel("The same password again").FillAsync(TestPeople.Password);
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var wait = 0; wait < 100 && !holds(); wait++)
            await Task.Delay(50);
        Assert.True(holds());
    }
}
