using Bunit;
using Stance.Testing;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Acts;

public sealed class ActGridTests(PostgresFixture postgres)
{
    private const string Table = "/?countries=KAZ&from=2022-01-01&tab=table&to=2022-07-24";

    [Fact]
    public async Task Head__pressed_twice__sorts_both_ways_through_the_address()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.RenderRoutes(Table);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".act-grid tr.act th a")));
        Assert.Equal("descending", page.Find("th.c-date").GetAttribute("aria-sort"));
        var count = page.FindAll(".act-grid tr.act").Count;
        Assert.Equal($"{count + 1}", page.Find(".act-grid table").GetAttribute("aria-rowcount"));
        Assert.Equal(Enumerable.Range(2, count).Select(i => $"{i}"), page.FindAll(".act-grid tr.act").Select(r => r.GetAttribute("aria-rowindex")));

        await page.Find("th.c-score button").ClickAsync();
        Assert.EndsWith("&sort=-score&tab=table&to=2022-07-24", room.Nav.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("Refuses to recognise", page.Find(".act-grid tr.act").TextContent, StringComparison.Ordinal));
        Assert.Equal("descending", page.Find("th.c-score").GetAttribute("aria-sort"));
        Assert.Null(page.Find("th.c-date").GetAttribute("aria-sort"));

        await page.Find("th.c-score button").ClickAsync();
        Assert.EndsWith("&sort=score&tab=table&to=2022-07-24", room.Nav.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("−", page.Find(".act-grid tr.act td.c-score").TextContent, StringComparison.Ordinal));
        Assert.Equal("ascending", page.Find("th.c-score").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Column_chooser__one_less_and_one_more__are_in_the_address_and_in_every_row()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.RenderRoutes(Table);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".act-grid tr.act th a")));
        await page.Find(".columns-token").ClickAsync();

        await Box("Country").ChangeAsync(false);
        await Box("Confidence").ChangeAsync(true);

        Assert.Contains("?columns=date,act,kind,form,score,confidence,contribution,source&", room.Nav.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("td.c-confidence")));
        Assert.Empty(page.FindAll("td.c-country"));
        Assert.Equal(page.FindAll("tr.act").Count, page.FindAll("td.c-confidence").Count);

        AngleSharp.Dom.IElement Box(string name) => page.FindAll(".pick-box label").Single(l => l.TextContent.Trim() == name).QuerySelector("input")!;
    }

    [Fact]
    public async Task Words__narrow_the_table__and_none_found_is_said()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.RenderRoutes(Table);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".act-grid tr.act th a")));

        await page.Find(".acts-find input").InputAsync("medicine");
        await page.Find(".acts-find").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("“medicine”, newest first", page.Find(".report p[role=status]").TextContent, StringComparison.Ordinal));
        Assert.All(page.FindAll(".act-grid tr.act th"), act => Assert.Contains("medicine", act.TextContent, StringComparison.Ordinal));

        await page.Find(".acts-find input").InputAsync("xylophone");
        await page.Find(".acts-find").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("No act in view holds “xylophone”.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".act-grid"));
    }

    [Fact]
    public async Task No_country__the_acts_of_all_stand_in_the_table()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.RenderRoutes("/?from=2022-03-02&tab=table&to=2022-03-02");

        page.WaitForAssertion(() => Assert.Contains("acts, newest first", page.Find(".panel h2").TextContent, StringComparison.Ordinal));
        Assert.Equal("Acts of all countries", page.Find("h1").TextContent);
    }
}
