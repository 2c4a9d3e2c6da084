using Bunit;
using Stance.Testing;
using Stance.Web.Countries;
using Stance.Web.Dyads;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Dyads;

public sealed class TowardPageTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_pair__both_lists_and_their_sums_stand_there()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<TowardPage>("/countries/KAZ/toward/RUS?from=2022-01-01&to=2022-07-24", ("Code", "KAZ"), ("Other", "RUS"));

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".figures .figure").Count));
        Assert.NotEmpty(page.FindAll("[aria-label='Acts of Kazakhstan toward Russia'] tbody tr"));
        Assert.NotEmpty(page.FindAll("[aria-label='Acts of Russia toward Kazakhstan'] tbody tr"));
        Assert.Contains("The balance,", page.Find(".summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_without_acts__says_that_nothing_is_on_file()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<TowardPage>("/countries/ISL/toward/KAZ", ("Code", "ISL"), ("Other", "KAZ"));

        page.WaitForAssertion(() => Assert.Equal("Nothing is on file between Iceland and Kazakhstan", page.Find("h1").TextContent));
        Assert.Empty(page.FindAll("tbody"));
    }

    [Fact]
    public async Task A_country__leads_to_those_it_acted_toward()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountryPage>("/countries/KAZ?from=2022-01-01&to=2022-07-24", ("Code", "KAZ"));

        page.WaitForAssertion(
            () => Assert.Contains(page.FindAll(".bloc-list a"), a => a.GetAttribute("href") == "/countries/KAZ/toward/RUS?from=2022-01-01&to=2022-07-24"));
    }
}
