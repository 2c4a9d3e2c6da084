using System.Collections.Concurrent;
using System.Text.Json;
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

/// <summary>Two people save the same version of an act at the same moment.</summary>
public sealed class RacingWritersTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Acts = 8;

    private static readonly Actor Ada = Actor.Token(Guid.NewGuid(), "ada", Role.Curator);
    private static readonly Actor Bo = Actor.Token(Guid.NewGuid(), "bo", Role.Curator);

    private static readonly int Races = Rounds.Of(100, 10_000);

    private NpgsqlDataSource database = null!;
    private EventWriter writer = null!;
    private EventReader reader = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = StanceDatabase.Open(await postgres.NewDatabaseAsync());
        writer = new EventWriter(
            new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System),
            new RegisterReader(database));
        reader = new EventReader(database);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Two_writers_of_one_version__one_is_taken_and_the_other_is_shown_what_was()
    {
        var saved = new ConcurrentBag<(Guid Id, int Version, string Title)>();
        var lost = 0;
        await Task.WhenAll(Enumerable.Range(0, Acts).Select(async act =>
        {
            var id = ((ActWritten)await writer.CreateAsync(new CreateAct(Draft($"Act {act}")), Ada, $"act {act}", Cancel)).Id;
            saved.Add((id, 1, $"Act {act}"));
            for (var race = act; race < Races; race += Acts)
            {
                var seen = (await reader.FindAsync(id, Scope.Everything, Cancel))!;
                var answers = await Task.WhenAll(new[] { Ada, Bo }.Select(person => writer.EditAsync(
                    new EditAct(id, seen.Version, seen.Draft with { Title = $"Race {race} by {person.Name}" }), person, $"race {race}", Cancel)));

                var won = Assert.Single(answers.OfType<ActWritten>());
                var conflict = Assert.Single(answers.OfType<ActConflict>());
                var title = $"Race {race} by {(answers[0] is ActWritten ? Ada : Bo).Name}";
                Assert.Equal((seen.Version + 1, seen.Version + 1, title), (won.Version, conflict.Current.Version, conflict.Current.Draft.Title));
                saved.Add((id, won.Version, title));
                Interlocked.Increment(ref lost);
            }
        }));

        Assert.Equal(Races, lost);
        await using var connection = await database.OpenConnectionAsync(Cancel);
        var stored = await connection.QueryAsync<(Guid, int, string)>("select event_id, version, title from stance_event_version order by event_id, version");
        Assert.Equal(saved.OrderBy(s => s.Id).ThenBy(s => s.Version), stored.OrderBy(s => s.Item1).ThenBy(s => s.Item2));
        Assert.Equal(Acts + Races, await connection.QuerySingleAsync<int>("select count(*) from audit_entry"));
    }

    private static StanceEventDraft Draft(string title) => new()
    {
        Country = "KAZ",
        Recipient = "UKR",
        Type = "HUM-AIDF",
        Date = "2022-03-14",
        Title = title,
        Attributes = new Dictionary<string, JsonElement> { ["tonnes"] = JsonSerializer.SerializeToElement(28) },
        Source = new(Name: "A source of the test", Reliability: "B"),
        Report = new("A report of the test", null, "2022-07-24", "en"),
        Excerpt = new("A passage of the test"),
        Credibility = 2,
    };
}
