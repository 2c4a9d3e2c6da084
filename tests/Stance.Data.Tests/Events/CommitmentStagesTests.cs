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

/// <summary>Of one commitment only the newest stage counts, whatever is entered, corrected or taken back, and by how many at once.</summary>
public sealed class CommitmentStagesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Actor Curator = Actor.Token(Guid.NewGuid(), "tests", Role.Curator);

    private NpgsqlDataSource database = null!;
    private EventWriter writer = null!;
    private EventReader events = null!;
    private int keys;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = StanceDatabase.Open(await postgres.NewDatabaseAsync());
        writer = new EventWriter(Pipeline(), new RegisterReader(database));
        events = new EventReader(database);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_later_stage__counts_in_place_of_the_earlier_one_from_then_on_and_as_known_before_the_earlier_does()
    {
        var pledge = await EnteredAsync(Pledge());
        Assert.Equal("Pledges 5", await CountingAsync());
        var before = await AskAsync<DateTime>("select clock_timestamp()");

        var flight = await EnteredAsync(Flight() with { Follows = pledge.Id, Stage = "delivered" });

        Assert.Equal("Flies 5", await CountingAsync());
        Assert.Equal("Pledges 5", await CountingAsync(before));
        var stored = (await events.FindAsync(pledge.Id, Scope.Everything, Cancel))!;
        Assert.Equal((2, pledge.Id, false, flight.Id), (stored.Version, stored.Draft.Chain, stored.Draft.IsScored, stored.SupersededBy));
        Assert.Equal("A later stage of it counts in its place: “Flies”.", stored.Reason);
        Assert.Equal(pledge.Id, (await events.FindAsync(flight.Id, Scope.Everything, Cancel))!.Draft.Chain);
        Assert.Equal(2, await AskAsync<long>($"select count(*) from audit_entry where subject = 'act:{pledge.Id}'"));
        Assert.Equal(2, await AskAsync<long>($"select count(*) from change_feed where subject = '{pledge.Id}'"));
    }

    [Fact]
    public async Task The_newest_stage__taken_back__lets_the_stage_before_it_count_again()
    {
        var pledge = await EnteredAsync(Pledge());
        var flight = await EnteredAsync(Flight() with { Follows = pledge.Id });
        var convoy = await EnteredAsync(Flight() with { Title = "Drives", Date = "2022-05-01", Follows = flight.Id });
        Assert.Equal("Drives 5", await CountingAsync());

        await RetractedAsync(convoy.Id, 1);
        Assert.Equal("Flies 5", await CountingAsync());
        await RetractedAsync(flight.Id, 3);
        Assert.Equal("Pledges 5", await CountingAsync());
        Assert.Equal("It counts as the newest stage of a commitment.", (await events.FindAsync(pledge.Id, Scope.Everything, Cancel))!.Reason);
    }

    [Fact]
    public async Task What_completes_or_withdraws_a_commitment__is_shown_and_the_stage_before_it_goes_on_counting()
    {
        var pledge = await EnteredAsync(Pledge());
        var end = await EnteredAsync(Flight() with { Title = "Comes home", Follows = pledge.Id, Stage = "ended", IsScored = false });
        Assert.Equal("Pledges 5", await CountingAsync());
        Assert.Equal(2, await AskAsync<long>($"select count(*) from act_version_as_of(now()) where chain_id = '{pledge.Id}'"));

        // What follows the end begins anew: it counts, and the end still does not.
        await EnteredAsync(Flight() with { Title = "Flies again", Date = "2022-06-01", Follows = end.Id });
        Assert.Equal("Flies again 5", await CountingAsync());
        Assert.Equal(pledge.Id, (await events.FindAsync(end.Id, Scope.Everything, Cancel))!.Draft.Chain);
    }

    [Fact]
    public async Task An_act_on_file__becomes_a_stage_by_a_correction_and_stands_alone_again_by_another()
    {
        var pledge = await EnteredAsync(Pledge());
        var flight = await EnteredAsync(Flight());
        Assert.Equal("Flies 5 | Pledges 5", await CountingAsync());

        await EditedAsync(flight.Id, 1, draft => draft with { Follows = pledge.Id });
        Assert.Equal("Flies 5", await CountingAsync());
        // Other words of a stage that a later one replaced do not make it count.
        await EditedAsync(pledge.Id, 2, draft => draft with { Note = "As announced" });
        Assert.Equal("Flies 5", await CountingAsync());
        await EditedAsync(pledge.Id, 3, draft => draft with { Chain = null });
        Assert.Equal("Flies 5 | Pledges 5", await CountingAsync());
    }

    [Fact]
    public async Task A_change_of_many__takes_the_newest_stage_back_and_brings_it_again__with_the_stage_before_it()
    {
        var pledge = await EnteredAsync(Pledge());
        var flight = await EnteredAsync(Flight() with { Follows = pledge.Id });
        var bulk = Assert.IsType<BulkWritten>(await new BulkWriter(Pipeline(), new RegisterReader(database)).EditAsync(
            new BulkEdit([new(flight.Id, 1)], new BulkChange(BulkField.Retract, null), "Never flown"), Curator, Key(), Cancel));
        Assert.Equal("Pledges 5", await CountingAsync());

        Assert.IsType<BulkTakenBack>(await new BulkUndo(Pipeline(), new RegisterReader(database)).TakeBackAsync(new TakeBackBulk(bulk.Id, "It was"), Curator, Key(), Cancel));
        Assert.Equal("Flies 5", await CountingAsync());
    }

    [Fact]
    public async Task A_stage_that_a_later_one_replaced__merged_with_its_double__still_does_not_count_and_counts_again_afterwards()
    {
        var pledge = await EnteredAsync(Pledge());
        var flight = await EnteredAsync(Flight() with { Follows = pledge.Id });
        var twin = await EnteredAsync(Pledge() with { Title = "Pledges, told again" });

        Assert.IsType<ActWritten>(await writer.MergeAsync(new MergeActs(pledge.Id, 2, twin.Id, 1, "One pledge"), Curator, Key(), Cancel));
        Assert.Equal("Flies 5", await CountingAsync());
        await RetractedAsync(flight.Id, 1);
        Assert.Equal("Pledges 5", await CountingAsync());
    }

    [Fact]
    public async Task Two_stages_of_one_commitment__merged__are_one_act_that_counts()
    {
        var pledge = await EnteredAsync(Pledge());
        var flight = await EnteredAsync(Flight() with { Follows = pledge.Id });

        Assert.IsType<ActWritten>(await writer.MergeAsync(new MergeActs(pledge.Id, 2, flight.Id, 1, "They are one"), Curator, Key(), Cancel));

        Assert.Equal("Pledges 5", await CountingAsync());
        Assert.True((await events.FindAsync(flight.Id, Scope.Everything, Cancel))!.IsRetracted);
    }

    [Fact]
    public async Task A_stage_that_cannot_be_one__is_refused_at_the_field_and_nothing_is_written()
    {
        var pledge = await EnteredAsync(Pledge());
        var flight = await EnteredAsync(Flight() with { Follows = pledge.Id });

        await RefusedAsync("early", Pledge() with { Title = "Says so first", Date = "2022-03-20", Follows = pledge.Id });
        await RefusedAsync("country", Flight() with { Country = "UZB", Follows = pledge.Id });
        await RefusedAsync("unknown", Flight() with { Follows = Guid.NewGuid() });
        await RefusedAsync("chain", Flight() with { Follows = pledge.Id, Chain = pledge.Id });
        var both = Assert.IsType<Refused>(await writer.CreateTogetherAsync(new(Flight() with { Also = ["UZB"], Follows = pledge.Id }), Curator, Key(), Cancel));
        Assert.Equal(("also", "chain"), (Assert.Single(both.Breaches).Field, both.Breaches[0].Rule));
        await RetractedAsync(flight.Id, 1);
        await RefusedAsync("unknown", Flight() with { Follows = flight.Id });
        var own = Assert.IsType<Refused>(await writer.EditAsync(new EditAct(pledge.Id, 3, Pledge() with { Follows = pledge.Id }), Curator, Key(), Cancel));
        Assert.Equal("self", Assert.Single(own.Breaches).Rule);
        Assert.Equal(2, await AskAsync<long>("select count(*) from stance_event"));
    }

    [Fact]
    public async Task Acts_of_two_states__that_share_a_chain__each_count_in_their_own_line()
    {
        var chain = Guid.NewGuid();
        await EnteredAsync(Pledge() with { Chain = chain });
        await EnteredAsync(Flight() with { Country = "UZB", Chain = chain });

        Assert.Equal("Flies 5 | Pledges 5", await CountingAsync());
    }

    [Fact]
    public async Task Many_at_once__follow_one_act__and_one_of_them_counts()
    {
        var pledge = await EnteredAsync(Pledge());

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            writer.CreateAsync(new(Flight() with { Title = $"Flies {i}", Follows = pledge.Id }), Curator, $"race {i}", Cancel)));

        Assert.All(written, w => Assert.IsType<ActWritten>(w));
        Assert.Equal(1, await AskAsync<long>("select count(*) from act_score_as_of(now()) where axis_code = 'RUW'"));
        Assert.Equal(9, await AskAsync<long>($"select count(*) from act_version_as_of(now()) where chain_id = '{pledge.Id}'"));
    }

    private CommandPipeline Pipeline() => new(database, new AuditWriter(TimeProvider.System), TimeProvider.System);

    private string Key() => $"key {++keys}";

    private async Task<ActWritten> EnteredAsync(StanceEventDraft draft) => Assert.IsType<ActWritten>(await writer.CreateAsync(new(draft), Curator, Key(), Cancel));

    private async Task RetractedAsync(Guid id, int version) => Assert.IsType<ActWritten>(await writer.RetractAsync(new(id, version, "It never came"), Curator, Key(), Cancel));

    private async Task EditedAsync(Guid id, int version, Func<StanceEventDraft, StanceEventDraft> change) => Assert.IsType<ActWritten>(
        await writer.EditAsync(new EditAct(id, version, change((await events.FindAsync(id, Scope.Everything, Cancel))!.Draft)), Curator, Key(), Cancel));

    private async Task RefusedAsync(string rule, StanceEventDraft draft) => Assert.Equal(("follows", rule), await RuleAsync(draft));

    private async Task<(string, string)> RuleAsync(StanceEventDraft draft)
    {
        var breach = Assert.Single(Assert.IsType<Refused>(await writer.CreateAsync(new(draft), Curator, Key(), Cancel)).Breaches);
        return (breach.Field, breach.Rule);
    }

    /// <summary>Titles and scores of the acts that count.</summary>
    private Task<string> CountingAsync(DateTime? knownAt = null) => AskAsync<string>(
        "select string_agg(concat_ws(' ', v.title, s.score), ' | ' order by v.title) from act_version_as_of(@at) v join act_score_as_of(@at) s using (act_id) where s.axis_code = 'RUW'",
        new { at = knownAt ?? DateTime.UtcNow.AddHours(1) });

    private async Task<T> AskAsync<T>(string question, object? parameters = null)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<T>(question, parameters);
    }

    private static StanceEventDraft Pledge() => Flight() with { Title = "Pledges", Date = "2022-03-14" };

    private static StanceEventDraft Flight() => new()
    {
        Country = "KAZ",
        Recipient = "UKR",
        Type = "HUM-AIDF",
        Date = "2022-04-14",
        Title = "Flies",
        Source = new(Name: "A paper", Reliability: "B"),
        Report = new("A report", PublishedOn: "2022-07-24"),
        Excerpt = new("They send medicine."),
        Credibility = 2,
    };
}
