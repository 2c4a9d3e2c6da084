using Bunit;
using Stance.Testing;
using Stance.Web.Alignment;
using Stance.Web.Countries;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Explanation;

public sealed class WhyItMovedPanelTests(PostgresFixture postgres)
{
    private const string Change = "why=KAZ:2022-01-31..2022-07-24";

    [Fact]
    public async Task Bars__Kazakhstan_since_January__sum_on_screen_and_lead_to_the_acts()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<AlignmentPage>($"/?{AnalystRoom.Opening}&{Change}");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".waterfall")));
        Assert.Contains("Kazakhstan rose by 5.56: new acts did most of it", page.Find(".why h2").TextContent, StringComparison.Ordinal);
        Assert.Equal(16, page.FindAll(".waterfall a.fall-row").Count);
        Assert.All(page.FindAll(".waterfall a.fall-row"), bar => Assert.StartsWith("/acts/", bar.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("Five smaller parts", page.Find(".waterfall summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.FindAll(".fall-list li").Count);
        Assert.Equal(21, page.FindAll(".why [data-view=table] tbody tr").Count);
        Assert.Contains("+0.266", page.Find(".move").TextContent, StringComparison.Ordinal);
        Assert.Contains("fade by half in 180\u00a0days", page.Find(".move").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "/api/v1/alignment/why.csv?country=KAZ&t0=2022-01-31&t1=2022-07-24&collections=wsj-2022-07-24", page.Find(".why a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task Fields__a_day_that_cannot_be_read__is_said_and_nothing_else_happens()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<AlignmentPage>($"/?{AnalystRoom.Opening}&{Change}");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".waterfall")));
        var address = room.Nav.Uri;

        await page.FindAll(".why-dates input")[0].ChangeAsync("yesterday");
        await page.Find(".why-dates").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Write each day", page.Find(".why-dates .problem").TextContent, StringComparison.Ordinal));
        await page.FindAll(".why-dates input")[0].ChangeAsync("1 Aug 2022");
        await page.Find(".why-dates").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("before the first", page.Find(".why-dates .problem").TextContent, StringComparison.Ordinal));
        Assert.Equal(address, room.Nav.Uri);
    }

    [Fact]
    public async Task A_change_of_another_country__is_not_explained_here()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountryPage>($"/countries/BLR?{Change}", ("Code", "BLR"));

        page.WaitForAssertion(() => Assert.Equal(["Why did it move?"], page.FindAll(".why-ask button").Select(b => b.TextContent)));
        Assert.Empty(page.FindAll(".why"));
    }

    [Fact]
    public async Task Three_lines__one_button_for_each()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<AlignmentPage>("/?countries=BLR,KAZ,UZB&from=2022-01-01&to=2022-07-24");

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".why-ask button").Count));
        await page.FindAll(".why-ask button").Single(b => b.TextContent == "Why did Belarus move?").ClickAsync();

        page.WaitForAssertion(() => Assert.EndsWith("&why=BLR:2022-01-01..2022-07-24", room.Nav.Uri, StringComparison.Ordinal));
    }
}
