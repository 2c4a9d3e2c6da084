using System.Diagnostics;
using Dapper;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Alignment;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Alignment;

public sealed class ActTableReaderTests(PostgresFixture postgres)
{
    private const int Generated = 20_000;

    private static readonly ViewState World = new() { Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2023, 12, 31)) };

    private static readonly ViewState Kazakhstan = World with { Countries = [new("KAZ")] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The statement behind lists sorts and filters in PostgreSQL; the table does so in memory.</summary>
    [Theory]
    [InlineData(ActOrder.DateDescending)]
    [InlineData(ActOrder.DateAscending)]
    [InlineData(ActOrder.ScoreDescending)]
    [InlineData(ActOrder.ScoreAscending)]
    public async Task ReadAsync__views_of_every_kind__the_acts_of_the_list_in_the_order_of_the_list(ActOrder order)
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        ViewState[] views =
        [
            World,
            Kazakhstan,
            Kazakhstan with { Form = ActForm.Deeds },
            Kazakhstan with { Text = "medicine" },
            Kazakhstan with { AsOf = AsOf.EndOf(new DateOnly(2022, 7, 24)) },
            World with { Blocs = ["CSTO"], Families = ["HUM"] },
            World with { Collections = ["wsj-2022-07-24"] },
            World with { Axis = "TIE", Blocs = ["CSTO"] },
            World with { Text = "no act holds this" },
        ];
        foreach (var view in views.Select(v => v with { Order = order }))
            Assert.Equal(await ListedAsync(acts, view, Scope.Everything), await IdsAsync(acts, view, Scope.Everything));
    }

    [Fact]
    public async Task ReadAsync__a_scope__is_never_left()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        Scope[] scopes =
        [
            Scope.Nothing,
            new() { Countries = new HashSet<CountryCode> { new("BLR") } },
            new() { Collections = new HashSet<string> { "unga-es11" } },
            new() { Until = AsOf.EndOf(new DateOnly(2022, 7, 1)), Form = ActForm.Words },
            new() { Period = new Period(new DateOnly(2022, 3, 1), new DateOnly(2022, 3, 31)) },
        ];
        foreach (var scope in scopes)
        {
            Assert.Equal(await ListedAsync(acts, World, scope), await IdsAsync(acts, World, scope));
            Assert.Equal(await ListedAsync(acts, Kazakhstan, scope), await IdsAsync(acts, Kazakhstan, scope));
        }
    }

    [Fact]
    public async Task WindowAsync__window_by_window__each_row_once_with_the_words_of_its_act()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var reader = Reader(acts);
        var order = (await reader.ReadAsync(Kazakhstan, Scope.Everything, Cancel)).In(ActOrder.ContributionDescending, ActTableReader.Most);
        var whole = (await acts.Acts.ListAsync(Kazakhstan, Scope.Everything, 500, null, Cancel, onlySpeaking: true)).Acts.ToDictionary(a => a.Id);
        var rows = new List<ActTableRow>();
        for (var start = 0; start < order.Acts.Count; start += 7)
            rows.AddRange(await reader.WindowAsync(order, start, 7, Scope.Everything, AsOf.Now, Cancel));

        Assert.Equal(Enumerable.Range(0, order.Acts.Count), rows.Select(r => r.Place));
        Assert.Equal(order.Acts, rows.Select(r => r.Act));
        Assert.All(rows, row =>
        {
            var (item, listed) = (row.Words!.Act, whole[row.Act.Id]);
            Assert.Equal((listed.Title, listed.Pointer, listed.Recipient, listed.IsDisputed, listed.Attributes), (item.Title, item.Pointer, item.Recipient, item.IsDisputed, item.Attributes));
            Assert.Equal(listed.Claims, item.Claims);
            Assert.Equal(listed.Scores["RUW"], row.Act.Score);
            Assert.True(row.Words.KnownSince <= DateTimeOffset.UtcNow);
        });
        Assert.Empty(await reader.WindowAsync(order, order.Acts.Count, 50, Scope.Everything, AsOf.Now, Cancel));
        Assert.All(await reader.WindowAsync(order, 0, 5, Scope.Nothing, AsOf.Now, Cancel), r => Assert.Null(r.Words));
    }

    [Fact]
    public async Task WindowAsync__anywhere_in_many_acts__costs_its_rows_alone()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        await using (var connection = await acts.Database.OpenConnectionAsync(Cancel))
        {
            await connection.ExecuteAsync("set session_replication_role = replica");
            await connection.ExecuteAsync(GenerateActs(), new { acts = Generated });
            await connection.ExecuteAsync("analyze stance_event_version, scored_act, claim");
        }
        await acts.Feed.LoadAsync(Cancel);
        var reader = Reader(acts);
        var view = new ViewState { Period = new Period(new DateOnly(1946, 1, 1), new DateOnly(2026, 6, 30)) };
        var table = await reader.ReadAsync(view, Scope.Everything, Cancel);
        Assert.True(table.Count > Generated);
        var order = table.In(ActOrder.ScoreAscending, ActTableReader.Most);
        foreach (var start in new[] { 0, table.Count / 2, table.Count - 30 })
        {
            var watch = Stopwatch.StartNew();
            var rows = await reader.WindowAsync(order, start, 30, Scope.Everything, AsOf.Now, Cancel);
            TestContext.Current.TestOutputHelper?.WriteLine($"30 rows from {start}: {watch.ElapsedMilliseconds} ms");
            Assert.Equal(order.Acts.Skip(start).Take(30).Select(a => a.Id), rows.Select(r => r.Words!.Act.Id));
        }
    }

    private static ActTableReader Reader(LoadedActs acts) => new(acts.Alignment, acts.Acts, acts.Feed, TimeProvider.System);

    private static async Task<List<ActId>> IdsAsync(LoadedActs acts, ViewState view, Scope scope) =>
        [.. (await Reader(acts).ReadAsync(view, scope, Cancel)).In(view.Order, ActTableReader.Most).Acts.Select(a => a.Id)];

    private static async Task<List<ActId>> ListedAsync(LoadedActs acts, ViewState view, Scope scope)
    {
        var ids = new List<ActId>();
        string? cursor = null;
        do
        {
            var page = await acts.Acts.ListAsync(view, scope, 500, cursor, Cancel, onlySpeaking: true);
            ids.AddRange(page.Acts.Select(a => a.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        return ids;
    }

    private static string GenerateActs()
    {
        using var text = new StreamReader(typeof(ActTableReaderTests).Assembly.GetManifestResourceStream("GenerateActs.sql")!);
        return text.ReadToEnd();
    }
}
