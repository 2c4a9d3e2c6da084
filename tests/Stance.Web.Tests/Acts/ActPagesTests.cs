using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Testing;
using Stance.ViewStates;
using Stance.Web.Acts;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Acts;

public sealed class ActPagesTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Disputed_act__its_sum_its_passage_and_both_claims_stand_on_the_page()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var act = await FindAsync(room, "Z sign");

        var page = room.Visit<ActPage>($"/acts/{act.Id}?{AnalystRoom.Opening}", (nameof(ActPage.Id), act.Id.ToString()));

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".scoring")));
        Assert.Equal(act.Title, page.Find("h1").TextContent);
        Assert.Contains("Known to have happened between 24 February and 24 July 2022; counted on 10 May 2022, the midpoint.", page.Find(".standfirst").TextContent, StringComparison.Ordinal);
        Assert.Equal(["−4", "−1", "+4", "0.80", "1.00", "0.75", "0.60"], page.FindAll(".scoring")[0].QuerySelectorAll(".figure").Select(f => f.TextContent));
        Assert.Contains("+0.425", page.Find(".influence").TextContent, StringComparison.Ordinal);
        Assert.Contains("would be +0.51 instead of +0.69", page.Find(".influence").TextContent, StringComparison.Ordinal);
        Assert.Contains("Z sign", page.Find("blockquote mark").TextContent, StringComparison.Ordinal);
        Assert.Contains("disputed", page.Find(".tag.warn").TextContent, StringComparison.Ordinal);
        Assert.Equal(["preferred", "normal"], page.FindAll("tbody .tag").Select(t => t.TextContent));
    }

    [Fact]
    public async Task Curator__finds_edit_and_retract__analyst_does_not()
    {
        await using var curator = await AnalystRoom.OpenAsync(postgres, role: "curator");
        var act = await FindAsync(curator, "Z sign");
        var page = curator.Visit<ActPage>($"/acts/{act.Id}", (nameof(ActPage.Id), act.Id.ToString()));
        page.WaitForAssertion(() => Assert.Equal(
            [$"/acts/{act.Id}/edit", $"/acts/{act.Id}/retract"], page.FindAll(".act-head a.button").Select(a => a.GetAttribute("href"))));

        await using var analyst = await AnalystRoom.OpenAsync(postgres);
        page = analyst.Visit<ActPage>($"/acts/{act.Id}", (nameof(ActPage.Id), act.Id.ToString()));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".act-head")));
        Assert.Empty(page.FindAll(".act-head a.button"));
    }

    [Theory]
    [InlineData("0198c0de-0000-7000-8000-000000000000")]
    [InlineData("not-an-id")]
    public async Task Unknown_act__is_not_found(string id)
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var missing = 0;
        room.Nav.OnNotFound += (_, _) => missing++;

        var page = room.Visit<ActPage>($"/acts/{id}", (nameof(ActPage.Id), id));

        page.WaitForAssertion(() => Assert.Equal(1, missing));
    }

    [Fact]
    public async Task List__sorted_by_score_and_narrowed_by_words__through_the_address()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.RenderRoutes("/acts?countries=KAZ&from=2022-01-01&to=2022-07-24");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".acts-table tbody tr")));

        await page.FindAll(".tabs button").Single(b => b.TextContent.Contains("By score", StringComparison.Ordinal)).ClickAsync();
        Assert.EndsWith("&sort=-score&to=2022-07-24", room.Nav.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("Refuses to recognise", page.Find(".acts-table tbody tr").TextContent, StringComparison.Ordinal));

        await page.Find(".acts-find input").ChangeAsync("medicine");
        await page.Find(".acts-find").SubmitAsync();
        page.WaitForAssertion(() => Assert.InRange(page.FindAll(".acts-table tbody tr").Count, 1, 3));
        Assert.Contains("28 t of medicine", page.Find(".acts-table").TextContent, StringComparison.Ordinal);
        Assert.Contains("q=medicine", room.Nav.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List__a_page_at_a_time__each_act_once()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<ActsPage>("/acts?collections=unga-es11&from=2022-03-02&to=2022-03-02");
        var seen = new HashSet<string>();
        for (var pages = 1; ; pages++)
        {
            var expected = Math.Min(100, 193 - seen.Count);
            page.WaitForAssertion(() => Assert.Equal(expected, Links().Except(seen).Count()));
            seen.UnionWith(Links());
            var next = page.FindAll(".pages button")[1];
            if (next.HasAttribute("disabled"))
            {
                Assert.Equal((2, 193), (pages, seen.Count));
                return;
            }
            await next.ClickAsync();
        }

        IEnumerable<string> Links() => page.FindAll(".acts-table td.what a").Select(a => a.GetAttribute("href")!);
    }

    private static async Task<ActItem> FindAsync(AnalystRoom room, string words)
    {
        var acts = await room.Services.GetRequiredService<ActReader>().ListAsync(
            new ViewState { Text = words, Countries = [new("KAZ")] }, Scope.Everything, 50, null, Xunit.TestContext.Current.CancellationToken);
        return acts.Acts.First(a => a.Title.Contains(words, StringComparison.Ordinal));
    }
}
