using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;
using Stance.EndToEnd.People;
using Stance.Testing;
using Stance.Web.People;
using Stance.Wording;

namespace Stance.EndToEnd.Journeys;

public sealed class NewUserJourneyTests(AppFixture app, BrowserFixture browser, ITestOutputHelper output)
{
    private const string Recognition = "Refuses to recognise Donetsk and Luhansk, on stage with Putin";
    private const string Shipment = "Sends another batch of humanitarian aid to Ukraine";
    private static readonly string[] Three = ["Kazakhstan", "Belarus", "Uzbekistan"];
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_new_user__from_the_printed_link_to_a_line_that_moves_when_a_curator_publishes()
    {
        await using var own = await app.StartAsync();
        await using var ada = await browser.VisitAsync(own.Address, Desk());
        await using var guest = await browser.VisitAsync(own.Address, Desk());
        await using var cleo = await browser.VisitAsync(own.Address, Desk());

        await JoinAsync(ada.Page, own);
        await ChooseThreeAsync(ada.Page);
        await OpenRecognitionAsync(ada.Page);
        var link = await ShareAsync(ada.Page);
        await ExpectTheSameAsync(ada.Page, guest.Page, link);
        await cleo.SignInAsync(own.Services, Role.Curator, "/acts/new");
        var expected = await EnterAsync(cleo.Page);
        await PublishAndSeeItMoveAsync(cleo.Page, ada.Page);
        Assert.Equal(expected, await IndexOnTheDayAsync(own));

        ada.AssertNothingWrong();
        guest.AssertNothingWrong();
        cleo.AssertNothingWrong();
    }

    private static BrowserNewContextOptions Desk() => new() { ViewportSize = new() { Width = 1440, Height = 900 } };

    /// <summary>An app that has just started prints a first link of its own, which ends ours; then a new one is made.</summary>
    private static async Task JoinAsync(IPage page, RunningApp own)
    {
        do
        {
            var link = await own.Services.GetRequiredService<BootstrapLink>().CreateAsync(own.Address, TestContext.Current.CancellationToken);
            await page.GotoAsync(link!);
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ada");
            await page.GetByLabel("E-mail address").FillAsync("ada@example.org");
            await page.GetByLabel("Password", new() { Exact = true }).FillAsync(TestPeople.Password);
            await page.GetByLabel("The same password again").FillAsync(TestPeople.Password);
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("main[data-interactive], h1:has-text('This link no longer opens')").WaitForAsync();
        }
        while (await page.Locator("main[data-interactive]").CountAsync() == 0);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "People" }).First).ToBeVisibleAsync();
    }

    private static async Task ChooseThreeAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.WaitForSelectorAsync("main[data-interactive]");
        await page.GetByRole(AriaRole.Button, new() { Name = "Countries and blocs" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Find a country or bloc")).ToBeFocusedAsync();
        foreach (var name in Three)
        {
            await page.Keyboard.TypeAsync(name);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Remove {name}" })).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByLabel("Find a country or bloc")).ToHaveValueAsync("");
        }
        await Assertions.Expect(page.Locator(".chosen li")).ToHaveCountAsync(3);
        await page.Keyboard.PressAsync("Escape");
        foreach (var name in Three)
            await Assertions.Expect(page.Locator(".line-chart .over text").Filter(new() { HasText = name })).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "journey-1-three-lines");
    }

    private static async Task OpenRecognitionAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = Recognition, Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Recognition);
        await Assertions.Expect(page.Locator("blockquote.passage mark")).ToHaveTextAsync(
            "Mr. Tokayev said Kazakhstan wouldn’t recognize the two Moscow-backed separatist states in the Donbas region of eastern Ukraine");
        await Pictures.TakeAsync(page, "journey-2-act");
        await page.GoBackAsync();
        await Assertions.Expect(Brief(page)).ToHaveCountAsync(3);
    }

    private static async Task<string> ShareAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByLabel("Title")).ToBeFocusedAsync();
        await dialog.GetByLabel("Title").FillAsync("Three neighbours of the war");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await dialog.GetByLabel("The link", new() { Exact = true }).InputValueAsync();
        await Pictures.TakeAsync(page, "journey-3-share");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        return link;
    }

    private static async Task ExpectTheSameAsync(IPage analyst, IPage guest, string link)
    {
        await guest.GotoAsync(link);
        await Assertions.Expect(guest.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Three neighbours of the war");
        var finding = (await analyst.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).Trim();
        await Assertions.Expect(guest.Locator(".standfirst").First).ToHaveTextAsync(finding + ".");
        Assert.Equal(await Brief(analyst).AllInnerTextsAsync(), await Brief(guest).AllInnerTextsAsync());
        Assert.Equal(await Ends(analyst).AllInnerTextsAsync(), await Ends(guest).AllInnerTextsAsync());
        await Pictures.TakeAsync(guest, "journey-4-shared");
    }

    /// <summary>A curator without a mouse, from the source down to the figures shown before saving.</summary>
    /// <returns>Where the form says the line will stand on the day.</returns>
    private static async Task<string> EnterAsync(IPage page)
    {
        await page.PickAsync("f-source", "Kazin", "Kazinform");
        await page.TypeIntoAsync("f-report-title", "Kazakhstan sends another batch of humanitarian aid to Ukraine");
        await page.TypeIntoAsync("f-report-publishedOn", "28 March 2022");
        await page.TypeIntoAsync("f-excerpt-passage", "Kazakhstan sends another batch of humanitarian aid to Ukraine");
        await page.TypeIntoAsync("f-excerpt-highlightTo", "another batch of humanitarian aid");
        await page.TypeIntoAsync("f-excerpt-pointer", "title");
        await page.PickAsync("f-credibility", "prob", "probably true");
        await page.ChooseAsync("f-country", "kazak", "Kazakhstan");
        await page.ChooseAsync("f-recipient", "ukra", "Ukraine");
        await page.ChooseAsync("f-type", "aid ship", "Aid shipment or flight");
        await page.TypeIntoAsync("f-from", "28 March 2022");
        await page.TypeIntoAsync("f-title", Shipment);
        await page.TypeIntoAsync("f-attributes-cargo", "humanitarian aid");
        var collection = page.GetByLabel("Wall Street Journal, 24 July 2022");
        await collection.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(collection).ToBeCheckedAsync();
        var score = page.Locator("section.score");
        await Assertions.Expect(score.Locator(".as-sum")).ToContainTextAsync("+5");
        await Assertions.Expect(score.Locator(".moved")).ToHaveTextAsync(
            new Regex(@"^\s*Kazakhstan on 28 March 2022:\s+[+−]\d\.\d\d → [+−]\d\.\d\d \(\+\d\.\d\d\)\s*$"));
        await Pictures.TakeAsync(page, "journey-5-entry");
        return await score.Locator(".moved b").First.InnerTextAsync();
    }

    private static async Task<string> IndexOnTheDayAsync(RunningApp own)
    {
        using var client = await Administrator.TokenClientAsync(own.Address, own.Services, "analyst");
        var answer = await client.GetFromJsonAsync<JsonElement>(
            "/api/v1/alignment?countries=KAZ&from=2022-03-28&to=2022-03-28", TestContext.Current.CancellationToken);
        return NumberWords.Index(answer.GetProperty("countries")[0].GetProperty("points")[0].GetProperty("index").GetDouble());
    }

    private async Task PublishAndSeeItMoveAsync(IPage curator, IPage reader)
    {
        await reader.BringToFrontAsync();
        var before = await Kazakhstan(reader).InnerTextAsync();
        await NoteWhenAsync(reader, "[...document.querySelectorAll('.brief p')].some(p => p.textContent.trim().startsWith('Kazakhstan:') && p.textContent.trim() !== was)", before.Trim());
        await NoteWhenAsync(curator, "document.querySelector('#saved')?.textContent.includes('Published.')", "");
        await curator.TabToButtonAsync("Publish the act");
        await curator.Keyboard.PressAsync("Enter");
        await Assertions.Expect(curator.Locator("#saved")).ToContainTextAsync("Published.");
        var late = TimeSpan.FromMilliseconds(await NotedAsync(reader) - await NotedAsync(curator));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From the acknowledgement to the moved line: {late.TotalMilliseconds:F0} ms"));
        Assert.True(late < Generous, $"It took {late}.");
        await Assertions.Expect(reader.GetByRole(AriaRole.Link, new() { Name = Shipment, Exact = true })).ToBeVisibleAsync();
        Assert.NotEqual(before, await Kazakhstan(reader).InnerTextAsync());
        await Pictures.TakeAsync(reader, "journey-6-moved");
        await Pictures.TakeAsync(curator, "journey-7-published");
    }

    /// <summary>Lets a window write down the moment at which something first holds in it; both windows share one clock.</summary>
    private static async Task NoteWhenAsync(IPage page, string holds, string was) => await page.EvaluateAsync(
        $$"""
        was => {
          window.__noted = new Promise(note => new MutationObserver(() => { if ({{holds}}) note(Date.now()); })
            .observe(document.body, { subtree: true, childList: true, characterData: true }));
        }
        """, was);

    private static Task<double> NotedAsync(IPage page) => page.EvaluateAsync<double>("window.__noted").WaitAsync(TimeSpan.FromSeconds(30));

    private static ILocator Brief(IPage page) => page.Locator(".brief p:not(.hint)").Filter(new() { HasTextRegex = new("^\\s*(Kazakhstan|Belarus|Uzbekistan):") });

    private static ILocator Kazakhstan(IPage page) => Brief(page).Filter(new() { HasText = "Kazakhstan:" });

    private static ILocator Ends(IPage page) => page.Locator(".line-chart .over text").Filter(new() { HasTextRegex = new("^(Kazakhstan|Belarus|Uzbekistan)") });
}
