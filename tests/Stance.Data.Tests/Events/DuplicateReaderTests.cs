using Npgsql;
using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Events;
using Stance.Testing;

namespace Stance.Data.Tests.Events;

public sealed class DuplicateReaderTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Actor Curator = Actor.Token(Guid.NewGuid(), "tests", Role.Curator);

    private NpgsqlDataSource database = null!;
    private EventWriter writer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = StanceDatabase.Open(await postgres.NewDatabaseAsync());
        writer = new EventWriter(
            new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System),
            new RegisterReader(database));
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData("KAZ", "2022-03-21", "28 t of medicine sent by air", 1)]
    [InlineData("KAZ", "2022-03-22", "28 t of medicine sent by air", 0)]
    [InlineData("KAZ", "2022-03-14", "Tents for a field hospital", 0)]
    [InlineData("UZB", "2022-03-14", "28 t of medicine by air", 0)]
    public async Task A_pair__same_actor_within_a_week_in_similar_words(string country, string date, string title, int pairs)
    {
        var first = await WriteAsync("KAZ", "2022-03-14", "28 t of medicine by air");
        var second = await WriteAsync(country, date, title);

        var found = await new DuplicateReader(database).FindAsync(Scope.Everything, Cancel);

        Assert.Equal((pairs, pairs), (found.Count, found.Pairs.Count));
        Assert.All(found.Pairs, p => Assert.Equal((first, second), (p.First, p.Second)));
    }

    private async Task<Guid> WriteAsync(string country, string date, string title) => Assert.IsType<ActWritten>(await writer.CreateAsync(
        new CreateAct(new StanceEventDraft
        {
            Country = country,
            Recipient = "UKR",
            Type = "HUM-AIDF",
            Date = date,
            Title = title,
            Source = new(Name: "Wall Street Journal", Reliability: "B"),
            Report = new("Putin’s Unexpected Challenge", "https://example.org/a", "2022-07-24", "en", null, "Evan Gershkovich", true),
            Excerpt = new("dispatched a Boeing 767 carrying 28 tons of medicine to Ukraine", 13, 23, "¶11"),
            Credibility = 2,
        }),
        Curator, $"{country} {date} {title}", Cancel)).Id;
}
