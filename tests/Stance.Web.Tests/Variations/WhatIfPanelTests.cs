using Bunit;
using Stance.Testing;
using Stance.Web.Alignment;
using Stance.Web.App;
using Stance.Web.Countries;
using Stance.Web.Tests.App;
using Stance.Web.Variations;

namespace Stance.Web.Tests.Variations;

public sealed class WhatIfPanelTests(PostgresFixture postgres)
{
    private const string Bloc = "/?countries=BLR,KAZ,RUS&from=2022-01-01&to=2023-12-31";

    [Fact]
    public async Task Nothing_assumed__sliders_at_the_codebook_and_no_second_line()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<AlignmentPage>($"/?{AnalystRoom.Opening}");

        page.WaitForAssertion(() => Assert.Equal(
            ["1", "1", "2", .. Enumerable.Repeat("1", 6 + 5)], page.FindAll(".what-if input[type=range]").Select(i => i.GetAttribute("value"))));
        Assert.Equal(["as in the codebook", "as in the codebook", "nothing"], page.FindAll(".what-if-group summary .hint").Select(h => h.TextContent));
        Assert.All(page.FindAll(".what-if-group"), group => Assert.False(group.HasAttribute("open")));
        Assert.Empty(page.FindAll(".what-if .line-chart"));
        Assert.DoesNotContain("Back to the codebook", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_country__both_lines_figures_table_and_what_is_assumed_while_the_page_stays()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountryPage>("/countries/KAZ?collections=wsj-2022-07-24&from=2022-01-01&to=2022-07-24&whatIf=words:0", ("Code", "KAZ"));

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".what-if .line-chart")));
        Assert.Equal(["+0.69", "−0.83", "−1.52"], page.FindAll(".what-if dd.figure").Select(f => f.TextContent));
        Assert.Equal("Assumed: words do not count. All else is as in codebook 1.0.", page.Find(".what-if-said p").TextContent);
        Assert.Contains(WhatIfWords.Unchanged, page.Find(".what-if .source").TextContent, StringComparison.Ordinal);
        Assert.Equal(205, page.FindAll(".what-if [data-view=table] tbody tr").Count);
        Assert.Equal("+0.69", page.Find("dl.figures dd.figure").TextContent);
    }

    [Fact]
    public async Task Several_countries__a_table_and_the_rank_correlation()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<AlignmentPage>($"{Bloc}&whatIf=k0:0.5");

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".what-if tbody tr").Count));
        Assert.Contains("Spearman rank correlation of all 3 countries in view: +1.000", page.Find(".what-if").TextContent, StringComparison.Ordinal);
        Assert.Contains("The order of the three countries would stay the same", page.Find(".what-if").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slider__moved__the_address_says_only_what_differs_from_the_codebook()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        (string Assumed, string Slider, string Value, string Expected)[] moves =
        [
            ("", "Words count", "0.5", "&whatIf=words:0.5"),
            ("&whatIf=words:0.5", "Starting value", "1", "&whatIf=k0:1,words:0.5"),
            ("&whatIf=k0:1,words:0.5", "Starting value", "2", "&whatIf=words:0.5"),
            ("&whatIf=deeds:1.5", "Deeds count", "1", ""),
            ("", "Humanitarian", "0.5", "&whatIf=HUM:0.5"),
            ("", "Economic and energy", "0", "&whatIf=ECO:0,ENE:0"),
            ("&whatIf=HUM:0.5,HUM-AIDF:2", "Aid shipment or flight", "1", "&whatIf=HUM:0.5,HUM-AIDF:1"),
            ("&whatIf=DIP-VISI:2", "Visits", "1", ""),
            ("", "Pledges and statements", "1.5", "&whatIf=g0.7:1.5"),
        ];
        foreach (var (assumed, slider, value, expected) in moves)
        {
            var page = room.Visit<AlignmentPage>($"/?{AnalystRoom.Opening}{assumed}");
            page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".what-if input[type=range]")));

            await Slider(page, slider).ChangeAsync(value);

            page.WaitForAssertion(() => Assert.EndsWith($"/?{AnalystRoom.Opening}{expected}", room.Nav.Uri, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_kind_of_act__added__has_a_slider_at_its_familys_factor_and_goes_again()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<AlignmentPage>($"/?{AnalystRoom.Opening}&whatIf=HUM:0.5");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".what-if-pick select")));
        Assert.True(page.FindAll(".what-if-group")[0].HasAttribute("open"));

        await page.FindAll(".what-if-pick select")[0].ChangeAsync("HUM-AIDF");
        await page.FindAll(".what-if-pick button")[0].ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("0.5", Slider(page, "Aid shipment or flight").GetAttribute("value")));
        await page.Find(".with-remove button").ClickAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".with-remove")));
        Assert.EndsWith("&whatIf=HUM:0.5", room.Nav.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source__left_out__is_named_in_the_address_and_in_words_and_can_be_taken_back()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<AlignmentPage>($"/?{AnalystRoom.Opening}");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".what-if-pick select").Count));
        var newspaper = page.FindAll(".what-if-pick select")[1].QuerySelectorAll("option").Single(o => o.TextContent.Contains("Wall Street", StringComparison.Ordinal));
        Assert.EndsWith("on it alone", newspaper.TextContent, StringComparison.Ordinal);
        var source = newspaper.GetAttribute("value")!;

        await page.FindAll(".what-if-pick select")[1].ChangeAsync(source);
        await page.FindAll(".what-if-pick button")[1].ClickAsync();

        page.WaitForAssertion(() => Assert.EndsWith($"&whatIf=without:{source}", room.Nav.Uri, StringComparison.Ordinal));
        page = room.Visit<AlignmentPage>($"/?{AnalystRoom.Opening}&whatIf=without:{source}");
        page.WaitForAssertion(() => Assert.Matches("^Assumed: acts that only .*Wall Street.* tells of are left out. All else", page.Find(".what-if-said p").TextContent));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".what-if-out button")));
        await page.Find(".what-if-out button").ClickAsync();
        page.WaitForAssertion(() => Assert.EndsWith($"/?{AnalystRoom.Opening}", room.Nav.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_assumed_at_once__is_said_in_one_sentence()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<AlignmentPage>($"/?{AnalystRoom.Opening}&whatIf=ECO:0,ENE:0,HUM:2,HUM-AIDF:1,expectation:off,g0.7:0.5,k0:1,without:votes,words:0.5");

        page.WaitForAssertion(() => Assert.Equal(
            "Assumed: words count 0.5 times as much, economic and energy acts score nothing, humanitarian acts score 2 times as much, "
            + "“Aid shipment or flight” scores as in the codebook, pledges and statements weigh 0.5 times as much, nothing is expected of allies, "
            + "acts that only the official record of votes tells of are left out and the starting value weighs as much as 1\u00a0act instead of 2. All else is as in codebook 1.0.",
            page.Find(".what-if-said p").TextContent));
        page.WaitForAssertion(() => Assert.Contains("countries with acts:", page.Find(".what-if").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_assumes_what_is_not_there__says_so_and_shows_the_rest()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<AlignmentPage>($"/?{AnalystRoom.Opening}&whatIf=XYZ:0.5,g0.61:0.5,without:01890a5dac96774bbcceb302099a8057,words:0.5");

        page.WaitForAssertion(() => Assert.StartsWith("Assumed: words count 0.5 times as much.", page.Find(".what-if-said p").TextContent, StringComparison.Ordinal));
        Assert.Contains("no kind or family of acts \"XYZ\"", page.Find(".bar-notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("no class of evidence of weight 0.61", page.Find(".bar-notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("1\u00a0source left out is not on file", page.Find(".bar-notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_to_the_codebook__nothing_is_assumed()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<AlignmentPage>($"/?{AnalystRoom.Opening}&whatIf=k0:1,words:0.5");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".what-if-said button")));

        await page.Find(".what-if-said button").ClickAsync();

        page.WaitForAssertion(() => Assert.EndsWith($"/?{AnalystRoom.Opening}", room.Nav.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Downloads__of_a_page_that_assumes__are_those_of_the_unchanged_line()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<DownloadMenu>($"/?{AnalystRoom.Opening}&whatIf=words:0");

        Assert.NotEmpty(page.FindAll("a[download]"));
        Assert.All(page.FindAll("a[download]"), a => Assert.DoesNotContain("whatIf", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    private static AngleSharp.Dom.IElement Slider(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page, string label) => page.FindAll(".what-if .field")
        .Single(f => f.QuerySelector("label")?.TextContent.StartsWith(label, StringComparison.Ordinal) == true).QuerySelector("input[type=range]")!;
}
