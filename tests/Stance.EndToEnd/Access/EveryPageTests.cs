using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.Data.Sample;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.ViewStates;

namespace Stance.EndToEnd.Access;

public sealed class EveryPageInTheLightTests(AppFixture app, BrowserFixture browser) : EveryPage(app, browser)
{
    [Fact]
    public Task Every_other_page__at_every_width__fits_and_has_nothing_wrong() => VisitAsync(ColorScheme.Light, part: 0);
}

public sealed class EveryFurtherPageInTheLightTests(AppFixture app, BrowserFixture browser) : EveryPage(app, browser)
{
    [Fact]
    public Task Every_page_between__at_every_width__fits_and_has_nothing_wrong() => VisitAsync(ColorScheme.Light, part: 1);
}

public sealed class EveryPageInTheDarkTests(AppFixture app, BrowserFixture browser) : EveryPage(app, browser)
{
    [Fact]
    public Task Pages_of_every_make__in_the_dark__can_be_read() => VisitAsync(ColorScheme.Dark, part: null);
}

/// <summary>Every page fits its window, is open to everybody, and asks nobody but the app. In classes of their own, because these run side by side.</summary>
public abstract class EveryPage(AppFixture app, BrowserFixture browser)
{
    private const string Sample = "collections=wsj-2022-07-24&from=2022-01-01&to=2022-07-24";

    private const int Height = 900;

    private const int Desk = 1440;
    private const int Phone = 360;

    // These hold every kind of thing that is shown: enough where only colours, or only the room, are another.
    private static readonly HashSet<string> OfEveryMake =
    [
        "start", "one-country", "three-countries", "months", "start-and-end", "table", "map-change", "what-if", "act", "new", "country",
        "people", "desk", "audit", "roll-call", "roll-call-score", "triggers", "import-new", "new-text", "codebook-draft", "bulk", "kept-country", "kept-axis",
    ];

    private static readonly int[] Widths = [Desk, 960, Phone];

    private static readonly ViewState Article = new()
    {
        Countries = [new("KAZ")],
        Collections = ["wsj-2022-07-24"],
        Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)),
    };

    private static readonly Dictionary<string, string> Pages = new()
    {
        ["start"] = "/",
        ["one-country"] = $"/?countries=KAZ&{Sample}",
        ["three-countries"] = "/?countries=BLR,KAZ,UZB&from=2022-01-01&to=2023-03-31",
        ["months"] = "/?blocs=CSTO&from=2022-01-01&to=2023-12-31&tab=heat",
        ["side-by-side"] = "/?blocs=CSTO&from=2022-01-01&to=2023-12-31&tab=multiples&scale=free",
        ["start-and-end"] = "/?countries=KAZ,BLR,POL,RUS&from=2022-01-01&to=2023-12-31&tab=slope",
        ["who-moved-first"] = "/?blocs=CSTO&from=2021-01-01&to=2024-12-31&tab=diffusion&trigger=2022-02-24",
        ["table"] = "/?countries=KAZ,BLR&from=2022-01-01&to=2023-12-31&tab=table",
        ["table-of-everything"] = "/?columns=date,act,toward,score,confidence,weight,source,passage,known,attributes&from=2022-01-01&sort=-weight&tab=table&to=2023-12-31",
        ["map-change"] = "/?countries=KAZ&from=2022-01-01&to=2023-03-31&mapChange=90&mapDay=2022-06-01",
        ["what-if"] = $"/countries/KAZ?{Sample}&whatIf=DIP-VISI:1.5,HUM:0.5,deeds:1.5,expectation:off,g0.7:0.5,k0:1,without:votes,words:0.5",
        ["what-if-of-several"] = "/?blocs=CSTO&from=2022-01-01&to=2023-12-31&whatIf=words:0",
        ["bloc"] = "/?blocs=CSTO&from=2022-01-01&to=2022-12-31",
        ["nothing-matches"] = "/?countries=KAZ&from=1993-01-01&to=1993-12-31",
        ["not-understood"] = "/?countries=KAZ&from=2022-13-01&colour=red",
        ["acts"] = $"/acts?{Sample}",
        ["act"] = "/acts/{act}",
        ["vote"] = "/acts/{vote}",
        ["together"] = $"/acts/together/{SampleId.Of("parent S05")}",
        ["edit"] = "/acts/{act}/edit",
        ["new"] = "/acts/new",
        ["bulk"] = "/acts/bulk?countries=KAZ&from=2022-01-01&to=2022-07-24",
        ["no-such-change"] = "/acts/bulk/00000000-0000-0000-0000-000000000000",
        ["merge"] = "/acts/{act}/merge",
        ["duplicates"] = "/desk/duplicates",
        ["templates"] = "/desk/templates?act={act}",
        ["registers"] = "/desk/registers",
        ["triggers"] = "/desk/registers/triggers",
        ["sources"] = "/desk/registers/sources",
        ["country-register"] = "/desk/registers/countries",
        ["kept-country"] = "/desk/registers/countries/KAZ",
        ["axes"] = "/desk/registers/axes",
        ["kept-axis"] = "/desk/registers/axes/RUW",
        ["ties"] = "/desk/registers/ties",
        ["bloc-members"] = "/desk/registers/blocs",
        ["bloc-register"] = "/desk/registers/bloc-names",
        ["tie-kinds"] = "/desk/registers/tie-kinds",
        ["codebook"] = "/codebook",
        ["codebook-missing"] = "/codebook/0.1",
        ["codebook-compare"] = "/codebook/compare",
        ["codebook-draft"] = "/desk/codebook",
        ["imports"] = "/desk/imports",
        ["import-new"] = "/desk/imports/new",
        ["import-missing"] = "/desk/imports/00000000-0000-0000-0000-000000000000",
        ["suggestions"] = "/desk/suggestions",
        ["suggestion-missing"] = "/desk/suggestions/00000000-0000-0000-0000-000000000000",
        ["texts"] = "/desk/texts",
        ["new-text"] = "/desk/texts/new",
        ["countries"] = "/countries",
        ["country"] = $"/countries/KAZ?{Sample}",
        ["country-without-acts"] = "/countries/ISL?from=2021-01-01&to=2021-12-31",
        ["bloc-page"] = "/blocs/CSTO?from=2022-01-01&to=2023-03-31",
        ["bloc-of-many"] = "/blocs/NATO?from=2022-01-01&to=2023-12-31",
        ["bloc-without-acts"] = "/blocs/CENTRAL_ASIA?from=2021-01-01&to=2021-12-31",
        ["toward"] = "/countries/KAZ/toward/RUS?from=2022-01-01&to=2022-07-24",
        ["toward-nothing"] = "/countries/ISL/toward/KAZ",
        ["amounts"] = $"/amounts?countries=KAZ,RUS&{Sample}",
        ["amounts-of-one"] = $"/amounts?countries=KAZ&measure=tonnes&{Sample}",
        ["amounts-none"] = "/amounts?countries=ISL&from=2021-01-01&to=2021-12-31",
        ["votes"] = "/votes",
        ["roll-call"] = "/votes/{rollCall}",
        ["roll-call-new"] = "/votes/new",
        ["roll-call-correct"] = "/votes/{rollCall}/correct",
        ["roll-call-score"] = "/votes/{rollCall}/score",
        ["alarms"] = "/shifts",
        ["coverage"] = "/coverage?countries=KAZ",
        ["cited-addresses"] = "/permalinks",
        ["people"] = "/people",
        ["desk"] = "/desk",
        ["agreement-of-coders"] = "/desk/agreement",
        ["no-such-case"] = "/desk/rulings/00000000-0000-0000-0000-000000000000",
        ["audit"] = "/audit",
        ["shares"] = "/shares",
        ["not-found"] = "/no/such/page",
        ["no-such-act"] = "/acts/00000000-0000-0000-0000-000000000000",
    };

    /// <param name="part">Every other page, from this one on; null = those of distinct make.</param>
    protected async Task VisitAsync(ColorScheme theme, int? part)
    {
        await using var visitor = await browser.VisitAsync(app.Address, new() { ColorScheme = theme });
        await visitor.SignInAsync(app.Services, Role.Administrator, "/countries");
        var acts = await ActsAsync();
        Assert.Empty(OfEveryMake.Except(Pages.Keys));
        var faults = new List<string>();
        foreach (var (name, path) in Pages.Where((p, i) => part is { } half ? i % 2 == half : OfEveryMake.Contains(p.Key)))
        {
            await visitor.Page.SetViewportSizeAsync(Widths[0], Height);
            await visitor.Page.GotoAsync(path.Replace("{act}", acts.Event, StringComparison.Ordinal).Replace("{vote}", acts.Vote, StringComparison.Ordinal).Replace("{rollCall}", acts.Vote.Split('.')[0], StringComparison.Ordinal));
            await visitor.SettleAsync();
            // Names, roles and room are the same in every theme, so in the dark only contrast is looked at, and once.
            foreach (var width in theme == ColorScheme.Light ? Widths : [Desk])
                faults.AddRange((await FaultsAsync(visitor.Page, width, theme, $"{name}-{width}-{theme}", OfEveryMake.Contains(name))).Select(fault => $"{name} at {width}: {fault}"));
        }

        Assert.Empty(faults);
        Assert.Empty(visitor.Strangers);
        Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("404", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, int width, ColorScheme theme, string picture, bool isOfEveryMake)
    {
        await page.SetViewportSizeAsync(width, Height);
        await Pictures.TakeAsync(page, picture);
        var drawn = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        // Between phone and desk the rules of both hold; only the room is another.
        if (width != Desk && !(width == Phone && isOfEveryMake))
            return drawn > width ? [$"{drawn} wide"] : [];
        // Colours are the same at every width, and on pages of the same make.
        var found = theme == ColorScheme.Dark ? await page.ContrastBarriersAsync()
            : width == Desk && isOfEveryMake ? await page.BarriersAsync()
            : await page.OtherBarriersAsync();
        return drawn > width ? [$"{drawn} wide", .. found] : found;
    }

    private async Task<(string Event, string Vote)> ActsAsync()
    {
        var acts = await app.Services.GetRequiredService<ActReader>().ListAsync(
            Article, Scope.Everything, ActReader.LargestPage, null, TestContext.Current.CancellationToken);
        return (acts.Acts.First(a => !a.Id.IsVote).Id.ToString(), acts.Acts.First(a => a.Id.IsVote).Id.ToString());
    }
}
