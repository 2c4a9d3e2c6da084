using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Events;
using Stance.Testing;

namespace Stance.Data.Tests.Events;

public sealed class MergeActsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Actor Curator = Actor.Token(Guid.NewGuid(), "tests", Role.Curator);

    private NpgsqlDataSource database = null!;
    private EventWriter writer = null!;
    private EventReader reader = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = StanceDatabase.Open(await postgres.NewDatabaseAsync());
        writer = new EventWriter(
            new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System), new RegisterReader(database));
        reader = new EventReader(database);
        await using var connection = await database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync("insert into collection (code, name, description) values ('first', 'First', ''), ('second', 'Second', '')");
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Merged__one_stays_with_what_both_reports_say__the_other_leads_to_it__and_both_stand_as_of_before()
    {
        // B×2 gives 0.855; with an independent C×3 (0.60) 0.942, to the nearest 0.05.
        var kept = await EnterAsync("Medicine by air", "B", 2, "first");
        var other = await EnterAsync("28 t of medicine flown", "C", 3, "second");
        var before = DateTimeOffset.UtcNow;

        var written = Assert.IsType<ActWritten>(await MergeAsync(kept, other, "k"));
        var again = Assert.IsType<ActWritten>(await MergeAsync(kept, other, "k"));

        Assert.True(again.Replayed);
        Assert.Equal((kept, 2), (written.Id, written.Version));
        var stays = (await reader.FindAsync(kept, Scope.Everything, Cancel))!;
        Assert.Equal(["Report of C"], stays.Draft.FurtherClaims!.Select(c => c.Report!.Title));
        Assert.Equal(["first", "second"], stays.Draft.Collections!.Order());
        Assert.Equal((0.95, "Merged with “28 t of medicine flown”. One flight."), (stays.Draft.Confidence!.Value, stays.Reason));
        var gone = (await reader.FindAsync(other, Scope.Everything, Cancel))!;
        Assert.True(gone.IsRetracted);
        Assert.Equal("The same act as “Medicine by air”. One flight.", gone.Reason);
        Assert.Equal(2, (await reader.HistoryAsync(other, Scope.Everything, Cancel)).Count);
        await using var connection = await database.OpenConnectionAsync(Cancel);
        Assert.Equal((other, kept), await connection.QuerySingleAsync<(Guid, Guid)>("select event_id, kept_id from merged_act"));
        Assert.Equal(2, await connection.QuerySingleAsync<int>("select count(*) from act_version_as_of(@before)", new { before }));
        Assert.Equal(1, await connection.QuerySingleAsync<int>("select count(*) from act_version_as_of(now())"));
    }

    [Fact]
    public async Task Two_people_merging_a_pair_either_way_at_once__one_is_taken()
    {
        for (var race = 0; race < 10; race++)
        {
            var (a, b) = (await EnterAsync($"One {race}", "B", 2, "first"), await EnterAsync($"Other {race}", "C", 3, "first"));

            var outcomes = await Task.WhenAll(
                writer.MergeAsync(new MergeActs(a, 1, b, 1, "One flight."), Curator, $"a{race}", Cancel),
                writer.MergeAsync(new MergeActs(b, 1, a, 1, "One flight."), Curator, $"b{race}", Cancel));

            Assert.Single(outcomes.OfType<ActWritten>());
            Assert.Single(outcomes.OfType<ActConflict>());
        }
    }

    [Fact]
    public async Task What_cannot_be_one_act__refused_and_nothing_changed()
    {
        var (kept, other) = (await EnterAsync("Medicine by air", "B", 2, "first"), await EnterAsync("Medicine flown", "C", 3, "first"));
        var abroad = await EnterAsync("Medicine by road", "B", 2, "first", "UZB");

        Assert.Equal("other", await FieldAsync(new MergeActs(kept, 1, kept, 1, "Why")));
        Assert.Equal("other", await FieldAsync(new MergeActs(kept, 1, abroad, 1, "Why")));
        Assert.Equal("reason", await FieldAsync(new MergeActs(kept, 1, other, 1, " ")));
        Assert.IsType<Missing>(await writer.MergeAsync(new MergeActs(kept, 1, Guid.NewGuid(), 1, "Why"), Curator, "m", Cancel));
        Assert.Equal(other, Assert.IsType<ActConflict>(await writer.MergeAsync(new MergeActs(kept, 1, other, 2, "Why"), Curator, "c", Cancel)).Current.Id);
        await Assert.ThrowsAsync<NotAllowedException>(() =>
            writer.MergeAsync(new MergeActs(kept, 1, other, 1, "Why"), Actor.Token(Guid.NewGuid(), "tests", Role.Analyst), "n", Cancel));
        await using var connection = await database.OpenConnectionAsync(Cancel);
        Assert.Equal(3, await connection.QuerySingleAsync<int>("select count(*) from stance_event_version"));
    }

    private async Task<string> FieldAsync(MergeActs command) =>
        Assert.Single(Assert.IsType<Refused>(await writer.MergeAsync(command, Curator, Guid.NewGuid().ToString(), Cancel)).Breaches).Field;

    private Task<WriteOutcome> MergeAsync(Guid kept, Guid other, string key) =>
        writer.MergeAsync(new MergeActs(kept, 1, other, 1, "One flight."), Curator, key, Cancel);

    private async Task<Guid> EnterAsync(string title, string reliability, int credibility, string collection, string country = "KAZ") =>
        Assert.IsType<ActWritten>(await writer.CreateAsync(
            new CreateAct(new StanceEventDraft
            {
                Country = country,
                Recipient = "UKR",
                Type = "HUM-AIDF",
                Date = "2022-03-14",
                Title = title,
                Source = new(Name: $"Source {reliability} of the test", Reliability: reliability),
                Report = new($"Report of {reliability}", null, "2022-07-24", "en"),
                Excerpt = new($"A passage of {reliability}"),
                Credibility = credibility,
                Collections = [collection],
            }),
            Curator, $"{country} {title}", Cancel)).Id;
}
