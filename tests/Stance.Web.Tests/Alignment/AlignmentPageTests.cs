using Bunit;
using Stance.Testing;
using Stance.Web.Alignment;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Alignment;

public sealed class AlignmentPageTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Opening_view__the_finding_and_its_figures_are_the_printed_fixture()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<AlignmentPage>("/?" + AnalystRoom.Opening);

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".acts-table tbody tr")));
        Assert.Equal("Kazakhstan moved from Moscow’s side to the middle, where no side is certain", page.Find("h1").TextContent.Trim());
        Assert.Equal(["+0.69", "+4.69", "+1.63", "20\u00a0acts"], page.FindAll(".figures .figure").Select(f => f.TextContent));
        Assert.Contains("90% band −1.27 to +2.65", page.Find(".figures").TextContent, StringComparison.Ordinal);
        Assert.Contains("Not certain: the 90% band of the gap includes 0", page.Find(".figures").TextContent, StringComparison.Ordinal);
        Assert.Equal(20, page.FindAll(".acts-table tbody tr").Count);
    }

    [Fact]
    public async Task Ahead_of_the_circuit__the_finding_stands_and_the_list_waits()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres, isInteractive: false);

        var page = room.Visit<AlignmentPage>("/?" + AnalystRoom.Opening);

        Assert.Contains("Kazakhstan moved", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".acts-table"));
        Assert.NotEmpty(page.FindAll(".acts-wait"));
    }

    [Fact]
    public async Task No_country__offers_some_and_still_shows_the_map()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<AlignmentPage>("/?from=2022-01-01&to=2022-07-24");

        Assert.Equal("Choose a country to see where it stands", page.Find("h1").TextContent);
        Assert.NotEmpty(page.FindAll(".world-map"));
        await page.FindAll("p.row .button").First(b => b.TextContent.Contains("Kazakhstan", StringComparison.Ordinal)).ClickAsync();

        Assert.EndsWith("/?countries=KAZ&from=2022-01-01&to=2022-07-24", room.Nav.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_matches__says_what_is_missing_and_widens_in_one_step()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<AlignmentPage>("/?countries=KGZ&form=deeds&from=2022-01-01&to=2022-07-24");

        page.WaitForAssertion(() => Assert.Equal("No act matches", page.Find("#nothing-title").TextContent));
        await page.FindAll(".nothing .button").First(b => b.TextContent.StartsWith("Without “only deeds”", StringComparison.Ordinal)).ClickAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/?countries=KGZ&from=2022-01-01&to=2022-07-24", room.Nav.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_countries__each_is_told_with_its_band()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<AlignmentPage>("/?countries=BLR,KAZ,UZB&from=2022-01-01&to=2022-07-24");

        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".brief p:not(.hint)").Count));
        Assert.Contains("Belarus", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.All(["Belarus: from", "Kazakhstan: from", "Uzbekistan: from"], name => Assert.Contains(name, page.Find(".brief").TextContent, StringComparison.Ordinal));
    }
}
