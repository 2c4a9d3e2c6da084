using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Playwright;
using MiniExcelLibs;
using Stance.EndToEnd.Browser;
using Stance.Web.Api;

namespace Stance.EndToEnd.Entry;

public sealed class HostileTextTests(HostileApp app, BrowserFixture browser) : IClassFixture<HostileApp>
{
    public static TheoryData<int> RefusedTexts => [.. Enumerable.Range(0, Hostile.Refused.Length)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(RefusedTexts))]
    public async Task Post__what_no_field_can_take__422_that_names_every_field(int which)
    {
        using var answer = await app.Program.SendAsync(HttpMethod.Post, "/api/v1/acts", Hostile.Act(Hostile.Refused[which], 2), Guid.NewGuid().ToString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var errors = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("errors");
        Assert.Superset(Hostile.Fields.ToHashSet(), errors.EnumerateObject().Select(e => e.Name).ToHashSet());
    }

    [Fact]
    public async Task Read__an_act_of_hostile_text__gives_back_each_character()
    {
        for (var i = 0; i < Hostile.Kept.Length; i++)
        {
            var act = JsonDocument.Parse(await app.Program.GetStringAsync($"/api/v1/acts/{app.Acts[i]}", Cancel)).RootElement;
            Assert.Equal(Hostile.Kept[i].Trim(), act.GetProperty("title").GetString());
            Assert.Equal(Hostile.Kept[i], act.GetProperty("note").GetString());
            Assert.Equal(Hostile.Kept[i], act.GetProperty("attributes").GetProperty("cargo").GetString());
        }
    }

    [Theory]
    [InlineData("/?" + HostileApp.View)]
    [InlineData("/?collections=hostile&" + HostileApp.View)]
    [InlineData("/acts?" + HostileApp.View)]
    [InlineData("/acts?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.__hit%3D1%3E")]
    [InlineData("/countries/KAZ?from=2022-04-01&to=2022-04-20")]
    [InlineData("/countries")]
    [InlineData("/shares")]
    [InlineData("/people")]
    [InlineData("/acts/new")]
    public async Task Page__full_of_hostile_text__shows_it_as_text(string path)
    {
        await using var visitor = await VisitAsync(path);

        await Assertions.Expect(visitor.Page.GetByText(Hostile.Image).First).ToBeAttachedAsync();
        await visitor.Page.AssertHarmlessAsync();
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Acts__each_in_full_and_in_the_form__show_it_as_text()
    {
        await using var visitor = await VisitAsync("/countries");
        foreach (var (id, i) in app.Acts.Select((id, i) => (id, i)))
        {
            // What is asked before an act is retracted holds one line of it; a few will do.
            foreach (var way in i < 3 ? new[] { "", "/edit", "/retract" } : ["", "/edit"])
            {
                await visitor.Page.GotoAsync($"/acts/{id}{way}");
                await visitor.Page.WaitForSelectorAsync("main[data-interactive]");
                await visitor.Page.WaitForSelectorAsync(way switch { "" => ".quote", "/edit" => "#f-title:enabled", _ => "#f-retract" });
                await visitor.Page.AssertHarmlessAsync();
            }
        }
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Line__walked_by_key_and_by_its_acts__says_titles_as_text()
    {
        await using var visitor = await VisitAsync("/?collections=hostile&" + HostileApp.View);
        var page = visitor.Page;
        var said = new HashSet<string>();
        await page.Locator(".line-chart[data-drawn] .probe").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        for (var day = 1; day <= 20; day++, await page.Keyboard.PressAsync("ArrowRight"))
            said.UnionWith(await page.Locator(".probe-act").AllTextContentsAsync());
        await page.AssertHarmlessAsync();
        var buttons = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.act-buttons button')].map(b => b.getAttribute('aria-label'))");
        foreach (var text in Hostile.Kept)
        {
            Assert.True(said.Any(s => s.Contains(text.Trim(), StringComparison.Ordinal)), $"{text} is not among {string.Join("; ", said)}");
            Assert.Single(buttons, b => b.Contains($": {text.Trim()}, score", StringComparison.Ordinal));
        }
        await page.GetByRole(AriaRole.Radio, new() { Name = "Table" }).First.CheckAsync();
        await page.AssertHarmlessAsync();
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task Shared_views__whose_titles_are_hostile__show_them_as_text()
    {
        await using var guest = await browser.VisitAsync(app.Address);
        foreach (var (secret, label) in app.Shared.Zip(Hostile.Kept))
        {
            await guest.Page.GotoAsync($"/s/{secret}");
            await Assertions.Expect(guest.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(label.Trim());
            await guest.Page.AssertHarmlessAsync();
        }
        guest.AssertNothingWrong();
    }

    [Fact]
    public async Task Files__of_hostile_text__hold_no_cell_that_a_spreadsheet_would_evaluate()
    {
        string[] paths =
        [
            $"/api/v1/alignment.csv?{HostileApp.View}", "/api/v1/acts.csv?countries=KAZ", $"/api/v1/alignment/why.csv?country=KAZ&t0=2022-04-01&t1=2022-04-20",
            $"/s/{app.Shared[0]}/alignment.csv", $"/s/{app.Shared[0]}/acts.csv",
        ];
        foreach (var path in paths)
        {
            var cells = CsvCells.Of(await app.Program.GetStringAsync(path, Cancel));
            Assert.True(cells.Count > 20, path);
            Assert.DoesNotContain(cells, CsvCells.WouldRun);
            if (path.Contains("acts.csv", StringComparison.Ordinal))
                Assert.All(Hostile.Kept, text => Assert.Contains(Csv.Safe(text.Trim()), cells));
        }
    }

    [Fact]
    public async Task Files__of_a_view_full_of_hostile_text__hold_it_as_text()
    {
        var svg = XDocument.Parse(await app.Program.GetStringAsync($"/api/v1/alignment.svg?{HostileApp.View}", Cancel));
        using var book = new MemoryStream(await app.Program.GetByteArrayAsync($"/api/v1/alignment.xlsx?{HostileApp.View}", Cancel));
        var png = await app.Program.GetByteArrayAsync($"/api/v1/alignment.png?{HostileApp.View}", Cancel);

        string[] drawn = ["svg", "title", "desc", "style", "rect", "text", "tspan", "line", "g", "path", "polygon", "polyline", "circle", "defs", "pattern", "clipPath"];
        Assert.Empty(svg.Descendants().Select(e => e.Name.LocalName).Except(drawn));
        Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name.LocalName == "href");
        Assert.Equal((byte)'P', png[1]);
        Assert.DoesNotContain(
            book.GetSheetNames().SelectMany(sheet => book.Query(useHeaderRow: true, sheetName: sheet).Cast<IDictionary<string, object?>>())
                .SelectMany(row => row.Values).OfType<string>(),
            CsvCells.WouldRun);
        using var zip = new ZipArchive(new MemoryStream(await app.Program.GetByteArrayAsync($"/api/v1/alignment.zip?{HostileApp.View}", Cancel)));
        Assert.Equal(7, zip.Entries.Count);
    }

    private async Task<Visitor> VisitAsync(string path)
    {
        var visitor = await browser.VisitAsync(app.Address, new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await visitor.SignInAsync(app.Administrator, path);
        return visitor;
    }
}
