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

public sealed class EventHistoryTests(PostgresFixture postgres) : IAsyncLifetime
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
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task History__of_an_act_corrected_and_taken_back__gives_every_version_as_it_was_entered()
    {
        var first = Draft("As first read", "the passage of before", 3);
        var id = Assert.IsType<ActWritten>(await writer.CreateAsync(new CreateAct(first), Curator, "k1", Cancel)).Id;
        var second = Draft("As read again", "another passage", 4) with { Overrides = [new("RUW", 2, "By hand")] };
        Assert.IsType<ActWritten>(await writer.EditAsync(new EditAct(id, 1, second, "Read again"), Curator, "k2", Cancel));
        Assert.IsType<ActWritten>(await writer.RetractAsync(new RetractAct(id, 2, "Never happened"), Curator, "k3", Cancel));

        var history = await reader.HistoryAsync(id, Scope.Everything, Cancel);

        Assert.Equal([3, 2, 1], history.Select(v => v.Version));
        Assert.Equal([true, false, false], history.Select(v => v.IsRetracted));
        Assert.Equal(["Never happened", "Read again", null], history.Select(v => v.Reason));
        Assert.Equal(["another passage", "the passage of before"], history.Skip(1).Select(v => v.Draft.Excerpt!.Passage));
        Assert.Equal([4, 3], history.Skip(1).Select(v => v.Draft.Intensity));
        Assert.Equal([1, 0], history.Skip(1).Select(v => v.Draft.Overrides!.Count));
    }

    [Fact]
    public async Task History__an_older_version_entered_again__says_the_same_as_then()
    {
        var id = Assert.IsType<ActWritten>(await writer.CreateAsync(new CreateAct(Draft("As first read", "the passage of before", 3)), Curator, "k1", Cancel)).Id;
        Assert.IsType<ActWritten>(await writer.EditAsync(new EditAct(id, 1, Draft("As read again", "another passage", 4)), Curator, "k2", Cancel));
        var first = (await reader.HistoryAsync(id, Scope.Everything, Cancel))[^1];

        Assert.IsType<ActWritten>(await writer.EditAsync(new EditAct(id, 2, first.Draft, "Restores version 1"), Curator, "k3", Cancel));

        var newest = (await reader.HistoryAsync(id, Scope.Everything, Cancel))[0];
        Assert.Equal((3, "As first read", "the passage of before", 3), (newest.Version, newest.Draft.Title, newest.Draft.Excerpt!.Passage, newest.Draft.Intensity));
        Assert.Empty(await reader.HistoryAsync(id, new Scope { Countries = new HashSet<CountryCode> { new("UZB") } }, Cancel));
        Assert.Empty(await reader.HistoryAsync(Guid.NewGuid(), Scope.Everything, Cancel));
    }

    private static StanceEventDraft Draft(string title, string passage, double intensity) => new()
    {
        Country = "KAZ",
        Recipient = "UKR",
        Type = "INF-LEAD",
        Variant = "favours",
        Date = "2022-03-14",
        Title = title,
        Intensity = intensity,
        IntensityReason = "A reason",
        Source = new(Name: "Wall Street Journal", Reliability: "B"),
        Report = new("A report", null, "2022-07-24", "en"),
        Excerpt = new(passage),
        Credibility = 2,
    };
}
