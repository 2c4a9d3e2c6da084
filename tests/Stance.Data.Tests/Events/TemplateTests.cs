using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Tests.People;
using Stance.Events;
using Stance.Testing;

namespace Stance.Data.Tests.Events;

public sealed class TemplateTests(PostgresFixture postgres) : IAsyncLifetime
{
    private NpgsqlDataSource database = null!;
    private TemplateWriter writer = null!;
    private TemplateReader reader = null!;
    private Actor ada = null!;
    private Actor bo = null!;
    private Actor cy = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var people = await PeopleOf.NewAsync(postgres);
        database = people.Database;
        writer = new TemplateWriter(new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System));
        reader = new TemplateReader(database);
        ada = await people.FirstAdministratorAsync();
        bo = await people.PersonAsync(ada, "bo", Role.Curator);
        cy = await people.PersonAsync(ada, "cy", Role.Curator);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Saved__once_per_key__without_what_belongs_to_one_act()
    {
        var written = await SavedAsync("Aid flights", bo);
        var again = Assert.IsType<TemplateWritten>(await writer.SaveAsync(new SaveTemplate("Aid flights", Flight()), bo, "Aid flights", Cancel));

        Assert.Equal((written.Id, true), (again.Id, again.Replayed));
        var kept = Assert.Single(await reader.ListAsync(bo.Id!.Value, Scope.Everything, Cancel));
        Assert.Equal(("Aid flights", true, false, "bo"), (kept.Name, kept.IsMine, kept.IsShared, kept.Owner));
        Assert.Equal(("KAZ", "UKR", "HUM-AIDF", "day", "Medicine by air"), (kept.Draft.Country, kept.Draft.Recipient, kept.Draft.Type, kept.Draft.Precision, kept.Draft.Title));
        Assert.Equal("en", kept.Draft.Report!.Language);
        Assert.Null(kept.Draft.From ?? kept.Draft.Date ?? kept.Draft.Report.Title ?? kept.Draft.Excerpt?.Passage ?? kept.Draft.ConfidenceReason);
        Assert.Null(kept.Draft.Credibility);
        Assert.Null(kept.Draft.Intensity);
        Assert.Equal(1, await CountAsync($"select count(*) from audit_entry where subject = 'template:{written.Id}'"));
    }

    [Fact]
    public async Task Own_and_shared__are_seen_and_a_name_is_once_per_owner()
    {
        var own = await SavedAsync("Visits", bo);
        Assert.Empty(await reader.ListAsync(cy.Id!.Value, Scope.Everything, Cancel));
        Assert.Null(await reader.FindAsync(own.Id, cy.Id!.Value, Scope.Everything, Cancel));
        Assert.IsType<Missing>(await writer.RemoveAsync(new RemoveTemplate(own.Id), cy, "r", Cancel));

        Assert.Equal("name", Assert.Single(Assert.IsType<Refused>(await writer.SaveAsync(new SaveTemplate("VISITS", Flight()), bo, "v2", Cancel)).Breaches).Field);
        await SavedAsync("Visits", cy);
        Assert.Equal("Visits", Assert.IsType<TemplateWritten>(await writer.ChangeAsync(new ChangeTemplate(own.Id, "State visits", true), bo, "s", Cancel)).Former);

        Assert.Equal(["State visits", "Visits"], (await reader.ListAsync(cy.Id!.Value, Scope.Everything, Cancel)).Select(t => t.Name));
        Assert.Empty(await reader.ListAsync(cy.Id!.Value, new Scope { Countries = new HashSet<CountryCode> { new("UZB") } }, Cancel));
        Assert.Equal("KAZ", (await reader.FindAsync(own.Id, cy.Id!.Value, Scope.Everything, Cancel))!.Draft.Country);
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.RemoveAsync(new RemoveTemplate(own.Id), cy, "r2", Cancel));
        Assert.IsType<TemplateWritten>(await writer.RemoveAsync(new RemoveTemplate(own.Id), ada, "r3", Cancel));
        Assert.Equal(["Visits"], (await reader.ListAsync(cy.Id!.Value, Scope.Everything, Cancel)).Select(t => t.Name));
        Assert.IsType<Missing>(await writer.ChangeAsync(new ChangeTemplate(own.Id, "Again", false), bo, "g", Cancel));
        Assert.Equal(2, await CountAsync("select count(*) from act_template"));
    }

    [Fact]
    public async Task Renamed_to_a_name_of_ones_own__refused_also_when_two_race()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
            ids.Add((await SavedAsync($"Template {i}", bo)).Id);

        var outcomes = await Task.WhenAll(ids.Select(id => writer.ChangeAsync(new ChangeTemplate(id, "The same", false), bo, $"c{id}", Cancel)));

        Assert.Single(outcomes.OfType<TemplateWritten>());
        Assert.All(outcomes.OfType<Refused>(), r => Assert.Equal("taken", r.Breaches[0].Rule));
    }

    [Fact]
    public async Task Not_a_curator__or_no_person__or_no_name__keeps_nothing()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.SaveAsync(new SaveTemplate("A", Flight()), Actor.Person(bo.Id!.Value, "bo", Role.Analyst), "a", Cancel));
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.SaveAsync(new SaveTemplate("A", Flight()), Actor.Token(Guid.NewGuid(), "t", Role.Curator), "a", Cancel));
        foreach (var name in new[] { null, " ", new string('n', 81), "two\nlines" })
            Assert.Equal("name", Assert.Single(Assert.IsType<Refused>(await writer.SaveAsync(new SaveTemplate(name, Flight()), bo, Guid.NewGuid().ToString(), Cancel)).Breaches).Field);
        Assert.Equal(0, await CountAsync("select count(*) from act_template"));
    }

    private async Task<TemplateWritten> SavedAsync(string name, Actor by) =>
        Assert.IsType<TemplateWritten>(await writer.SaveAsync(new SaveTemplate(name, Flight()), by, name, Cancel));

    private async Task<int> CountAsync(string sql)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<int>(sql);
    }

    private static StanceEventDraft Flight() => new()
    {
        Country = "KAZ",
        Recipient = "UKR",
        Type = "HUM-AIDF",
        From = "2022-03-14",
        Precision = "day",
        Title = "Medicine by air",
        // As a form hands it over while a number is half typed.
        Intensity = double.NaN,
        Confidence = 0.5,
        ConfidenceReason = "One source",
        Report = new("A report", null, "2022-07-24", "en"),
        Excerpt = new("A passage"),
        Credibility = 2,
    };
}
