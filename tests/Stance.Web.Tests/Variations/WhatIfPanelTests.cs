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

        page.WaitForAssertion(() => Assert.Equal(["1", "1", "2"], page.FindAll(".what-if input[type=range]").Select(i => i.GetAttribute("value"))));
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

    [Theory]
    [InlineData("", 0, "0.5", "&whatIf=words:0.5")]
    [InlineData("&whatIf=words:0.5", 2, "1", "&whatIf=k0:1,words:0.5")]
    [InlineData("&whatIf=k0:1,words:0.5", 2, "2", "&whatIf=words:0.5")]
    [InlineData("&whatIf=deeds:1.5", 1, "1", "")]
    public async Task Slider__moved__the_address_says_only_what_differs_from_the_codebook(string assumed, int slider, string value, string expected)
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<AlignmentPage>($"/?{AnalystRoom.Opening}{assumed}");
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".what-if input[type=range]").Count));

        await page.FindAll(".what-if input[type=range]")[slider].ChangeAsync(value);

        page.WaitForAssertion(() => Assert.EndsWith($"/?{AnalystRoom.Opening}{expected}", room.Nav.Uri, StringComparison.Ordinal));
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
}
