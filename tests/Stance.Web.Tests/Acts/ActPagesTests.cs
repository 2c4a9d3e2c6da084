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
        page.WaitForAssertion(() => Assert.Equal(6, page.FindAll(".workflow li").Count));
        Assert.Equal(["Draft", "Coded", "Published"], page.FindAll(".workflow li.taken b").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Curator__finds_edit_merge_and_retract__analyst_does_not()
    {
        await using var curator = await AnalystRoom.OpenAsync(postgres, role: "curator");
        var act = await FindAsync(curator, "Z sign");
        var page = curator.Visit<ActPage>($"/acts/{act.Id}", (nameof(ActPage.Id), act.Id.ToString()));
        page.WaitForAssertion(() => Assert.Equal(
            [$"/acts/{act.Id}/edit", $"/acts/new?like={act.Id}", $"/desk/templates?act={act.Id}", $"/acts/{act.Id}/merge", $"/acts/{act.Id}/retract"], page.FindAll(".act-head a.button").Select(a => a.GetAttribute("href"))));

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

        await page.Find(".acts-find input").InputAsync("medicine");
        await page.Find(".acts-find").SubmitAsync();
        page.WaitForAssertion(() => Assert.InRange(page.FindAll(".acts-table tbody tr").Count, 1, 3));
        Assert.Contains("28 t of medicine", page.Find(".acts-table").TextContent, StringComparison.Ordinal);
        Assert.Contains("q=medicine", room.Nav.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search__a_slip_and_a_field__tells_what_was_understood_and_meant__and_is_cleared()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.RenderRoutes("/acts?countries=KAZ&q=" + Uri.EscapeDataString("medecine tonnes > 20"));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".acts-table tbody tr")));

        Assert.Equal("medecine tonnes > 20", page.Find(".acts-find input").GetAttribute("value"));
        Assert.Contains("Acts with tonnes over 20, holding “medecine”.", page.Find(".acts-said").TextContent, StringComparison.Ordinal);
        await page.Find(".acts-said button").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("Acts with tonnes over 20, holding “medicine”.", page.Find(".acts-said").TextContent.Trim()));
        Assert.EndsWith("q=medicine%20tonnes%20%3E%2020", room.Nav.Uri, StringComparison.Ordinal);

        await page.Find(".acts-find input").KeyDownAsync("Escape");
        page.WaitForAssertion(() => Assert.True(page.FindAll(".acts-table tbody tr").Count > 20));
        Assert.DoesNotContain("q=", room.Nav.Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tonns > 20", "Acts have no field “tonns”. Did you mean “tonnes”?")]
    [InlineData("tonnes > 20 kg", "“tonnes” is measured in t, not kg.")]
    [InlineData("tonnes > <script>", "“tonnes” is compared with a number: tonnes > 20.")]
    public async Task Search__that_is_not_understood__says_why_at_the_box_and_lists_nothing(string typed, string said)
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.RenderRoutes("/acts");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".acts-find")));

        await page.Find(".acts-find input").InputAsync(typed);
        await page.Find(".acts-find").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(said, page.Find(".acts-said").TextContent.Trim()));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".acts-table")));
        Assert.Equal(("true", typed), (page.Find(".acts-find input").GetAttribute("aria-invalid"), page.Find(".acts-find input").GetAttribute("value")));
    }

    [Fact]
    public async Task Search__every_field_of_the_codebook__is_at_hand_with_an_example_that_is_understood()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.RenderRoutes("/acts");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".fields tbody tr")));

        var codebook = room.Feed.Register.Codebook;
        var rows = page.FindAll(".fields tbody tr").Select(r => (Key: r.QuerySelector("th")!.TextContent, Example: r.QuerySelectorAll("td")[1].TextContent)).ToList();
        Assert.Equal(codebook.Types.SelectMany(t => t.Attributes.Select(a => a.Key)).Append("kind").Distinct().Order(), rows.Select(r => r.Key).Order());
        Assert.All(rows, row => Assert.Empty(Stance.Search.SearchText.Parse(row.Example, codebook).Problems));
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
