using System.Text.Json;
using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Events;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Events;

/// <summary>An act of several states: one act for each, all of them or none, and nothing counted twice.</summary>
public sealed class TogetherTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Sizes = "select concat_ws('|', (select count(*) from parent_act), (select count(*) from stance_event), (select count(*) from claim), (select count(*) from source), "
        + "(select count(*) from audit_entry), (select count(*) from command_log))";

    private static readonly Actor Curator = Actor.Token(Guid.NewGuid(), "tests", Role.Curator);

    private NpgsqlDataSource database = null!;
    private EventWriter writer = null!;
    private EventReader events = null!;
    private TogetherReader reader = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = StanceDatabase.Open(await postgres.NewDatabaseAsync());
        writer = new EventWriter(new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System), new RegisterReader(database));
        events = new EventReader(database);
        reader = new TogetherReader(database, TimeProvider.System);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Three_states__entered_together__each_counts_once_and_the_whole_not_at_all()
    {
        var written = await WrittenAsync(Draft("UZB", "KGZ"), "k1");

        Assert.Equal(["KAZ", "UZB", "KGZ"], written.Acts.Select(a => a.Country.Value));
        // An ally of Moscow withholds support, a neutral one does not: the score is each state's own.
        Assert.Equal("KAZ +1 0.7 | KGZ +1 0.7 | UZB +0 0.7", await AskAsync<string>(
            "select string_agg(concat_ws(' ', country_code, to_char(score, 'SG9'), weight), ' | ' order by country_code) from act_score_as_of(now()) where axis_code = 'RUW'"));
        Assert.Equal((3L, 1L, 1L), await AskAsync<(long, long, long)>("select (select count(*) from act_version_as_of(now())), (select count(*) from report), (select count(*) from excerpt)"));
        Assert.Equal("act.create-together", await AskAsync<string>("select distinct action from audit_entry"));
        Assert.Equal(4, await AskAsync<long>($"select count(*) from audit_entry where subject = 'together:{written.Id}' or subject in ('{string.Join("','", written.Acts.Select(a => a.Subject))}')"));
        Assert.Equal(3, await AskAsync<long>("select count(distinct country_code) from change_feed where what = 'act.create-together'"));

        var whole = (await reader.FindAsync(written.Id, Scope.Everything, AsOf.Now, Cancel))!;
        Assert.Equal(("Central Asian states stay neutral", 0), (whole.Title, whole.TakenBack));
        Assert.Equal(["KAZ", "KGZ", "UZB"], whole.Parts.Select(p => p.Act.Country.Value));
        var onlyOne = new Scope { Countries = new HashSet<CountryCode> { new("UZB") } };
        Assert.Equal("UZB", Assert.Single((await reader.FindAsync(written.Id, onlyOne, AsOf.Now, Cancel))!.Parts).Act.Country.Value);
        Assert.Null(await reader.FindAsync(written.Id, Scope.Nothing, AsOf.Now, Cancel));
        Assert.Null(await reader.FindAsync(written.Id, Scope.Everything, AsOf.At(DateTimeOffset.UtcNow.AddDays(-1)), Cancel));
    }

    [Fact]
    public async Task A_fault_in_the_last_state__leaves_nothing_of_any()
    {
        var before = await AskAsync<string>(Sizes);
        await ExecuteAsync("alter table stance_event_version add constraint all_but_one check (country_code <> 'KGZ')");

        await Assert.ThrowsAsync<PostgresException>(() => writer.CreateTogetherAsync(new(Draft("UZB", "KGZ")), Curator, "k1", Cancel));
        Assert.Equal(before, await AskAsync<string>(Sizes));

        var refused = Assert.IsType<Refused>(await writer.CreateTogetherAsync(new(Draft("UZB", "UZB")), Curator, "k1", Cancel));
        Assert.Equal(("also[1]", "twice"), Assert.Single(refused.Breaches) is var breach ? (breach.Field, breach.Rule) : default);
        Assert.Equal("also", Assert.Single(Assert.IsType<Refused>(await writer.CreateTogetherAsync(new(Draft()), Curator, "k1", Cancel)).Breaches).Field);
        Assert.Equal(("also", "several"), Assert.Single(Assert.IsType<Refused>(await writer.CreateAsync(new(Draft("UZB")), Curator, "k1", Cancel)).Breaches) is var alone ? (alone.Field, alone.Rule) : default);
        Assert.Equal(before, await AskAsync<string>(Sizes));
    }

    [Fact]
    public async Task The_same_key_again__gets_the_first_answer_and_enters_nothing()
    {
        var first = await WrittenAsync(Draft("UZB"), "k1");
        var before = await AskAsync<string>(Sizes);

        var again = Assert.IsType<TogetherWritten>(await writer.CreateTogetherAsync(new(Draft("UZB")), Curator, "k1", Cancel));

        Assert.True(again.Replayed);
        Assert.Equal(first.Acts, again.Acts);
        Assert.IsType<KeyReused>(await writer.CreateTogetherAsync(new(Draft("UZB", "KGZ")), Curator, "k1", Cancel));
        Assert.Equal(before, await AskAsync<string>(Sizes));
    }

    [Fact]
    public async Task A_part__corrected_taken_back_and_entered_again__by_itself_and_never_twice()
    {
        var written = await WrittenAsync(Draft("UZB"), "k1");
        var uzbek = (await events.FindAsync(written.Acts[1].Id, Scope.Everything, Cancel))!;

        Assert.IsType<ActWritten>(await writer.EditAsync(new EditAct(uzbek.Id, 1, uzbek.Draft with { Title = "Abstains from taking sides" }), Curator, "k2", Cancel));
        var twice = Assert.IsType<Refused>(await writer.CreateAsync(new(Draft() with { Country = "UZB", Parent = written.Id, Title = "Once more" }), Curator, "k3", Cancel));
        Assert.Equal(("parent", "twice"), Assert.Single(twice.Breaches) is var breach ? (breach.Field, breach.Rule) : default);
        Assert.IsType<ActWritten>(await writer.RetractAsync(new RetractAct(uzbek.Id, 2, "Not said"), Curator, "k4", Cancel));
        var whole = (await reader.FindAsync(written.Id, Scope.Everything, AsOf.Now, Cancel))!;
        Assert.Equal(("KAZ", 1), (Assert.Single(whole.Parts).Act.Country.Value, whole.TakenBack));

        Assert.IsType<ActWritten>(await writer.CreateAsync(new(Draft() with { Country = "UZB", Parent = written.Id }), Curator, "k5", Cancel));
        Assert.IsType<ActWritten>(await writer.CreateAsync(new(Draft() with { Country = "TJK", Parent = written.Id }), Curator, "k6", Cancel));
        Assert.Equal(["KAZ", "TJK", "UZB"], (await reader.FindAsync(written.Id, Scope.Everything, AsOf.Now, Cancel))!.Parts.Select(p => p.Act.Country.Value));
        Assert.Equal(3, await AskAsync<long>("select count(*) from act_score_as_of(now()) where axis_code = 'RUW'"));
    }

    [Fact]
    public async Task Twelve_curators__each_adding_the_same_state_at_once__one_part_counts()
    {
        var written = await WrittenAsync(Draft("UZB"), "k1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(n =>
            writer.CreateAsync(new(Draft() with { Country = "TJK", Parent = written.Id }), Curator, $"t{n}", Cancel)));

        Assert.Single(outcomes.OfType<ActWritten>());
        Assert.Equal(11, outcomes.OfType<Refused>().Count(r => r.Breaches[0].Rule == "twice"));
        Assert.Equal(1, await AskAsync<long>("select count(*) from act_score_as_of(now()) where axis_code = 'RUW' and country_code = 'TJK'"));
    }

    [Fact]
    public async Task All_parts__taken_back_as_one__come_back_as_one__unless_a_state_has_its_part_again()
    {
        var pipeline = new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System);
        var registers = new RegisterReader(database);
        var bulk = new BulkWriter(pipeline, registers);
        var undo = new BulkUndo(pipeline, registers);
        var written = await WrittenAsync(Draft("UZB", "KGZ"), "k1");
        async Task<BulkWritten> RetractAsync(int version) => Assert.IsType<BulkWritten>(await bulk.EditAsync(
            new([.. written.Acts.Select(a => new ActAtVersion(a.Id, version))], new(BulkField.Retract, null), "Never said"), Curator, $"b{version}", Cancel));

        var retracted = await RetractAsync(1);
        Assert.Equal((0, 3), (await reader.FindAsync(written.Id, Scope.Everything, AsOf.Now, Cancel))! is var gone ? (gone.Parts.Count, gone.TakenBack) : default);
        Assert.IsType<BulkTakenBack>(await undo.TakeBackAsync(new(retracted.Id, "Said after all"), Curator, "u1", Cancel));
        Assert.Equal(3, (await reader.FindAsync(written.Id, Scope.Everything, AsOf.Now, Cancel))!.Parts.Count);

        var again = await RetractAsync(3);
        Assert.IsType<ActWritten>(await writer.CreateAsync(new(Draft() with { Country = "UZB", Parent = written.Id }), Curator, "k2", Cancel));
        Assert.Equal("twice", Assert.Single(Assert.IsType<Refused>(await undo.TakeBackAsync(new(again.Id, "Said after all"), Curator, "u2", Cancel)).Breaches).Rule);
        Assert.Equal(1, await AskAsync<long>("select count(*) from act_score_as_of(now()) where axis_code = 'RUW'"));
    }

    [Fact]
    public async Task The_whole__called_otherwise__says_what_it_was_called_before_and_why__to_one_of_many_at_once()
    {
        var written = await WrittenAsync(Draft("UZB"), "k1");
        var wholes = new WholeWriter(new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System));
        Task<WriteOutcome> CallAsync(int version, string? title, string? reason, string key) => wholes.CallAsync(new(written.Id, version, title, reason), Curator, key, Cancel);
        async Task<string> RuleAsync(int version, string? title, string? reason) =>
            Assert.Single(Assert.IsType<Refused>(await CallAsync(version, title, reason, $"{title} {reason}")).Breaches) is var breach ? $"{breach.Field} {breach.Rule}" : "";
        var before = AsOf.At(DateTimeOffset.UtcNow);

        Assert.Equal("whole required", await RuleAsync(0, " ", "Misspelt"));
        Assert.Equal("reason required", await RuleAsync(0, "Two states stay neutral", null));
        Assert.Equal("whole same", await RuleAsync(0, "Central Asian states stay neutral", "Misspelt"));
        Assert.IsType<WholeCalled>(await CallAsync(0, " Two states stay neutral ", "There are two", "c1"));
        Assert.Equal("whole changed", await RuleAsync(0, "They stay neutral", "Shorter"));

        var now = (await reader.FindAsync(written.Id, Scope.Everything, AsOf.Now, Cancel))!;
        Assert.Equal(("Two states stay neutral", "Central Asian states stay neutral", "There are two"), (now.Title, Assert.Single(now.Earlier).Title, now.Earlier[0].Reason));
        var then = (await reader.FindAsync(written.Id, Scope.Everything, before, Cancel))!;
        Assert.Equal(("Central Asian states stay neutral", 0), (then.Title, then.Earlier.Count));
        Assert.Equal(1, await AskAsync<long>($"select count(*) from audit_entry where action = 'together.call' and subject = 'together:{written.Id}'"));
        Assert.Equal(2, await AskAsync<long>("select count(*) from change_feed where what = 'together.call'"));

        var raced = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => CallAsync(1, $"They stay neutral {i}", "Shorter", $"race {i}")));
        Assert.Single(raced.OfType<WholeCalled>());
        Assert.Equal(2, (await reader.FindAsync(written.Id, Scope.Everything, AsOf.Now, Cancel))!.Earlier.Count);
    }

    private static StanceEventDraft Draft(params string[] also) => new()
    {
        Country = "KAZ",
        Also = also,
        Whole = also.Length == 0 ? null : "Central Asian states stay neutral",
        Recipient = "RUS",
        Type = "DIP-NEUT",
        From = "2022-02-24",
        Precision = "start",
        Title = "Stays neutral",
        Attributes = new Dictionary<string, JsonElement>(),
        Confidence = 1,
        ConfidenceReason = "Made up",
        Source = new(Name: "A paper", Reliability: "B"),
        Report = new("A report", PublishedOn: "2022-07-24"),
        Excerpt = new("They stay neutral."),
        Credibility = 2,
    };

    private async Task<TogetherWritten> WrittenAsync(StanceEventDraft draft, string key) =>
        Assert.IsType<TogetherWritten>(await writer.CreateTogetherAsync(new(draft), Curator, key, Cancel));

    private async Task<T> AskAsync<T>(string question)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<T>(question);
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync(statement);
    }
}
