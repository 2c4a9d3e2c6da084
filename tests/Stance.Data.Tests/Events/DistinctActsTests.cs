using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Events;
using Stance.Testing;

namespace Stance.Data.Tests.Events;

public sealed class DistinctActsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Actor Curator = Actor.Token(Guid.NewGuid(), "tests", Role.Curator);

    private NpgsqlDataSource database = null!;
    private EventWriter events = null!;
    private DistinctActsWriter writer = null!;
    private DuplicateReader reader = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = StanceDatabase.Open(await postgres.NewDatabaseAsync());
        var pipeline = new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System);
        (events, writer, reader) = (new EventWriter(pipeline, new RegisterReader(database)), new DistinctActsWriter(pipeline), new DuplicateReader(database));
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Marked__in_either_order_and_again__asked_about_no_more_until_undone()
    {
        var (a, b, c) = (await EnterAsync("28 t of medicine by air"), await EnterAsync("28 t of medicine sent by air"), await EnterAsync("28 t of medicine by air again"));
        Assert.Equal(3, (await reader.FindAsync(Scope.Everything, Cancel)).Count);

        var written = Assert.IsType<DistinctWritten>(await MarkAsync(b, a, "k"));
        var again = Assert.IsType<DistinctWritten>(await MarkAsync(b, a, "k"));

        Assert.True(again.Replayed);
        Assert.Equal((a, b, true), (written.First, written.Second, written.Stands));
        var (count, left) = await reader.FindAsync(Scope.Everything, Cancel, most: 1);
        Assert.Equal((2, 1), (count, left.Count));
        Assert.Equal([(a, c), (b, c)], (await reader.FindAsync(Scope.Everything, Cancel)).Pairs.Select(p => (p.First, p.Second)));
        Assert.Equal([b], await reader.DistinctFromAsync(a, Scope.Everything, Cancel));
        Assert.Equal([a], await reader.DistinctFromAsync(b, Scope.Everything, Cancel));
        Assert.Equal("Two flights.", Assert.Single(await reader.DistinctAsync(Scope.Everything, Cancel)).Reason);
        Assert.Equal(1, await CountAsync("select count(*) from audit_entry where action = 'act.mark-distinct'"));

        Assert.False(Assert.IsType<DistinctWritten>(await writer.UndoAsync(new UndoDistinct(a, b), Curator, "u", Cancel)).Stands);

        Assert.Equal(3, (await reader.FindAsync(Scope.Everything, Cancel)).Count);
        Assert.Empty(await reader.DistinctAsync(Scope.Everything, Cancel));
        Assert.IsType<Refused>(await writer.UndoAsync(new UndoDistinct(a, b), Curator, "u2", Cancel));
        Assert.IsType<DistinctWritten>(await MarkAsync(a, b, "k2"));
        Assert.Equal((2, 1), (await CountAsync("select count(*) from distinct_acts"), await CountAsync("select count(*) from distinct_acts where undone_at is null")));
    }

    [Fact]
    public async Task Two_people_at_once__one_finding_stands()
    {
        var (a, b) = (await EnterAsync("28 t of medicine by air"), await EnterAsync("28 t of medicine sent by air"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? MarkAsync(a, b, $"r{i}") : MarkAsync(b, a, $"r{i}")));

        Assert.Single(outcomes.OfType<DistinctWritten>());
        Assert.Equal(5, outcomes.OfType<Refused>().Count());
        Assert.Equal(1, await CountAsync("select count(*) from distinct_acts"));
    }

    [Fact]
    public async Task What_is_no_pair_of_acts__refused_and_nothing_kept()
    {
        var (a, b) = (await EnterAsync("28 t of medicine by air"), await EnterAsync("28 t of medicine sent by air"));
        var abroad = await EnterAsync("28 t of medicine by air", "UZB");

        Assert.Equal("reason", await RuleAsync(new MarkDistinct(a, b, " "), b => b.Field));
        Assert.Equal("self", await RuleAsync(new MarkDistinct(a, a, "Why"), b => b.Rule));
        Assert.Equal("country", await RuleAsync(new MarkDistinct(a, abroad, "Why"), b => b.Rule));
        Assert.IsType<Missing>(await writer.MarkAsync(new MarkDistinct(a, Guid.NewGuid(), "Why"), Curator, "m", Cancel));
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.MarkAsync(new MarkDistinct(a, b, "Why"), Actor.Token(Guid.NewGuid(), "t", Role.Analyst), "n", Cancel));
        await events.RetractAsync(new RetractAct(b, 1, "Not so."), Curator, "gone", Cancel);
        Assert.Equal("retracted", await RuleAsync(new MarkDistinct(a, b, "Why"), b => b.Rule));
        Assert.Equal(0, await CountAsync("select count(*) from distinct_acts"));
    }

    [Fact]
    public async Task Outside_the_scope__no_pair_is_told()
    {
        var (a, b) = (await EnterAsync("28 t of medicine by air"), await EnterAsync("28 t of medicine sent by air"));
        var abroad = new Scope { Countries = new HashSet<CountryCode> { new("UZB") } };
        Assert.Equal(0, (await reader.FindAsync(abroad, Cancel)).Count);

        await MarkAsync(a, b, "k");

        Assert.Empty(await reader.DistinctAsync(abroad, Cancel));
        Assert.Empty(await reader.DistinctFromAsync(a, abroad, Cancel));
    }

    private async Task<string> RuleAsync(MarkDistinct command, Func<RuleBreach, string> of) =>
        of(Assert.Single(Assert.IsType<Refused>(await writer.MarkAsync(command, Curator, Guid.NewGuid().ToString(), Cancel)).Breaches));

    private Task<WriteOutcome> MarkAsync(Guid one, Guid other, string key) => writer.MarkAsync(new MarkDistinct(one, other, " Two flights. "), Curator, key, Cancel);

    private async Task<int> CountAsync(string sql)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<int>(sql);
    }

    private async Task<Guid> EnterAsync(string title, string country = "KAZ") => Assert.IsType<ActWritten>(await events.CreateAsync(
        new CreateAct(new StanceEventDraft
        {
            Country = country,
            Recipient = "UKR",
            Type = "HUM-AIDF",
            Date = "2022-03-14",
            Title = title,
            Source = new(Name: "Wall Street Journal", Reliability: "B"),
            Report = new("A report", null, "2022-07-24", "en"),
            Excerpt = new("A passage"),
            Credibility = 2,
        }),
        Curator, $"{country} {title}", Cancel)).Id;
}
