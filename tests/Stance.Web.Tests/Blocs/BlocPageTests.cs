using Bunit;
using Stance.Testing;
using Stance.Web.Blocs;
using Stance.Web.Countries;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Blocs;

public sealed class BlocPageTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_bloc__its_mean_its_members_and_its_dates_stand_there()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<BlocPage>("/blocs/CSTO?from=2022-01-01&to=2023-03-31", ("Code", "CSTO"));

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".figures")));
        Assert.StartsWith("Collective Security Treaty Organization: ", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(6, page.FindAll("[aria-label=Members] tbody tr").Count);
        Assert.Contains("28 Jun 2012", page.Find("[aria-label='Who belonged when']").TextContent, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("[aria-label=Members] a"), a => a.GetAttribute("href") == "/countries/KAZ?from=2022-01-01&to=2023-03-31");
    }

    [Fact]
    public async Task A_period_without_acts__says_that_the_mean_is_of_starting_values()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<BlocPage>("/blocs/CENTRAL_ASIA?from=2021-01-01&to=2021-12-31", ("Code", "CENTRAL_ASIA"));

        page.WaitForAssertion(() => Assert.Equal("No act matches", page.Find("#nothing-title").TextContent));
        Assert.Contains("so all stand at their starting values", page.Find("h1").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_bloc_was__no_member_and_no_numbers()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<BlocPage>("/blocs/BRICS?from=1990-01-01&to=1990-12-31", ("Code", "BRICS"));

        page.WaitForAssertion(() => Assert.Equal("BRICS: no member on 31 December 1990", page.Find("h1").TextContent.Trim()));
        Assert.Empty(page.FindAll(".figures"));
        Assert.Empty(page.FindAll("figure.line-chart"));
    }

    [Fact]
    public async Task The_list_of_countries__leads_to_each_bloc_with_its_period()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountriesPage>("/countries?from=2022-01-01&to=2022-07-24");

        Assert.Equal(14, page.FindAll(".bloc-list a").Count);
        Assert.Contains(page.FindAll(".bloc-list li"), li => li.TextContent == "NATO 30\u00a0members");
        Assert.Contains(page.FindAll(".bloc-list a"), a => a.GetAttribute("href") == "/blocs/NATO?from=2022-01-01&to=2022-07-24");
    }
}
