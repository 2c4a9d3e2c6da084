using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Print;

/// <summary>Pages as they come out on paper.</summary>
public sealed partial class PrintTests(AppFixture app, BrowserFixture browser)
{
    private const string Kazakhstan = "countries=KAZ&from=2022-01-01&to=2022-07-24";

    /// <summary>A4 upright without its margins, in pixels of CSS.</summary>
    private const int PaperWidth = 680;

    [Fact]
    public async Task On_paper__no_controls_no_sideways_overflow__on_every_kind_of_page()
    {
        await using var visitor = await browser.VisitAsync(app.Address, new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = PaperWidth, Height = 960 } });
        await visitor.SignInAsync(app.Services, Role.Viewer, $"/?{Kazakhstan}&why=KAZ:2022-01-31..2022-07-24");
        var page = visitor.Page;
        await AssertPaperAsync(visitor, "why");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("white", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).getPropertyValue('--page').trim()"));
        await Assertions.Expect(page.Locator(".print-notes")).ToContainTextAsync("As known on");
        await Assertions.Expect(page.Locator(".print-notes")).ToContainTextAsync("Codebook: 1.0");
        await Assertions.Expect(page.Locator(".print-notes")).ToContainTextAsync($"{app.Address}?asOf=");
        await Assertions.Expect(page.Locator(".bar-print").First).ToContainTextAsync("Kazakhstan");

        foreach (var (path, name) in new[]
        {
            ("/?countries=BLR,KAZ,UZB,RUS,UKR&from=2022-01-01&to=2023-06-30&tab=heat", "months"),
            ("/?countries=BLR,KAZ,UZB&from=2022-01-01&to=2022-07-24&tab=multiples", "multiples"),
            ($"/countries/KAZ?{Kazakhstan[14..]}", "country"),
            ("/acts", "acts"),
        })
        {
            await page.GotoAsync(path);
            await visitor.SettleAsync();
            await AssertPaperAsync(visitor, name);
        }
        await page.Locator(".acts-table td.what a").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/acts/.+"));
        await page.Locator("h1").First.WaitForAsync();
        await visitor.SettleAsync();
        await AssertPaperAsync(visitor, "act");
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task A_long_table__goes_on_over_pages_with_its_head__and_the_chart_stays_away()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Viewer, $"/?{Kazakhstan}");
        await visitor.SettleAsync();
        var page = visitor.Page;
        var chart = await PagesAsync(page, "line");
        Assert.InRange(chart, 2, 9);

        await page.Locator(".line-row .views").GetByRole(AriaRole.Radio, new() { Name = "Table" }).CheckAsync();
        await Assertions.Expect(page.Locator(".line-row thead").First).ToBeVisibleAsync();
        var table = await PagesAsync(page, "table");

        Assert.InRange(table - chart, 2, 9);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await page.Locator(".line-row .line-chart").First.IsVisibleAsync());
        Assert.Equal("table-header-group", await StyleAsync(page.Locator(".line-row thead").First, "display"));
        Assert.Equal("avoid", await StyleAsync(page.Locator(".line-row tbody tr").First, "break-inside"));
        Assert.Equal("auto", await StyleAsync(page.Locator(".line-row .panel").First, "break-inside"));
        Assert.Equal("none", await StyleAsync(page.Locator(".line-row .scroll.tall").First, "max-height"));
        visitor.AssertNothingWrong();
    }

    private static async Task AssertPaperAsync(Visitor visitor, string name)
    {
        var page = visitor.Page;
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll(".top, .bar-line, .layouts, .period-tools, .tabs, .button, input, .probe, .day-cursor, .map-list")]
              .filter(e => e.checkVisibility()).map(e => e.className || e.tagName)
            """));
        var overflowing = await page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
              : [...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 8).map(e => `${e.tagName}.${e.className?.baseVal ?? e.className}`)
            """);
        Assert.True(overflowing.Length == 0, $"{name} is wider than the paper: {string.Join(", ", overflowing)}");
        Assert.InRange(await PagesAsync(page, name), 1, 20);
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    private static Task<string> StyleAsync(ILocator element, string name) =>
        element.EvaluateAsync<string>("(e, name) => getComputedStyle(e).getPropertyValue(name)", name);

    /// <summary>Sheets of A4 the page takes.</summary>
    private static async Task<int> PagesAsync(IPage page, string name)
    {
        var pdf = await page.PdfAsync(new() { Format = "A4", PrintBackground = false });
        await Pictures.KeepAsync(pdf, $"{name}.pdf");
        return SheetOfPdf().Count(Encoding.Latin1.GetString(pdf));
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex SheetOfPdf();
}
