using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;
using Stance.Web.Permalinks;

namespace Stance.EndToEnd.Permalinks;

/// <summary>What was handed out under an address stays; what changes it all the same is noticed.</summary>
public sealed class PermalinkTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    private const string View = "countries=BLR,KAZ&from=2022-01-01&to=2022-07-24";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cited_view__after_more_acts__gives_the_same_bytes__and_a_change_behind_both_clocks_is_noticed()
    {
        var permalink = (await app.ReadAsync($"/api/v1/citation?{View}")).GetProperty("permalink").GetString()!;
        var query = new Uri(permalink).Query;
        var cited = await app.Program.GetByteArrayAsync($"/api/v1/alignment.csv{query}", Cancel);
        var keeper = app.Services.GetRequiredService<PermalinkKeeper>();

        await app.EnterAsync(EntryApp.Act("Entered after the view was cited"));

        Assert.NotEqual(cited, await app.Program.GetByteArrayAsync($"/api/v1/alignment.csv?{View}", Cancel));
        Assert.Equal(cited, await app.Program.GetByteArrayAsync($"/api/v1/alignment.csv{query}", Cancel));
        var (seen, changed) = await keeper.CheckAsync(Cancel);
        Assert.Equal((1, 0), (seen, changed.Count));

        await using (var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Cancel))
            await connection.ExecuteAsync("delete from structural_tie where country_code = 'KAZ' and tie_kind = 'EAEU'");
        await app.Services.GetRequiredService<ActFeed>().LoadAsync(Cancel);

        await using var visitor = await app.VisitAsync(browser, "/permalinks", Role.Administrator);
        await Assertions.Expect(visitor.Page.GetByText("1 of 1 address on file, all the same to the last digit")).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Check 50 now" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("1 of 1 give other numbers than they gave")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Alignment of Belarus and Kazakhstan" })).ToHaveAttributeAsync("href", $"/{query}");
        await Pictures.TakeAsync(visitor.Page, "cited-addresses-changed");
        Assert.Empty(await visitor.Page.BarriersAsync());
    }
}
