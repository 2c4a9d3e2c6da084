using Bunit;
using Stance.Testing;
using Stance.Web.Countries;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Explanation;

public sealed class RevisionPanelTests(PostgresFixture postgres)
{
    private const string Article = "/countries/KAZ?collections=wsj-2022-07-24&from=2022-01-01&to=2022-07-24";

    [Fact]
    public async Task Rows__the_article_of_July__each_month_before_was_revised_by_it()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountryPage>(Article, ("Code", "KAZ"));

        page.WaitForAssertion(() => Assert.Equal(7, page.FindAll(".known-row:not(.heads)").Count));
        var january = page.FindAll(".known-row:not(.heads)")[0];
        Assert.Equal(["−4.00", "−4.87", "−0.87"], january.QuerySelectorAll(".number").Select(n => n.TextContent));
        Assert.Equal(20, january.QuerySelectorAll("rect").Length);
        Assert.Equal(7, page.FindAll(".revision [data-view=table] tbody tr").Count);
        Assert.Contains("within 30 days", page.Find(".revision h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_chosen__asks_why_between_first_reading_and_now()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<CountryPage>(Article, ("Code", "KAZ"));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".known-row button")));

        await page.FindAll(".known-row button")[0].ClickAsync();

        page.WaitForAssertion(
            () => Assert.EndsWith("&why=KAZ:2022-01-31..2022-01-31:2022-01-31..now", room.Nav.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_country_without_acts__says_that_nothing_was_revised()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountryPage>("/countries/AFG?collections=wsj-2022-07-24&from=2022-01-01&to=2022-07-24", ("Code", "AFG"));

        page.WaitForAssertion(() => Assert.StartsWith("No reading was revised", page.Find(".revision h2").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".known-row button"));
    }
}
