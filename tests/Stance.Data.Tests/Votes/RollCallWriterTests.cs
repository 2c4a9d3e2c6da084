using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Data.Votes;
using Stance.Testing;
using Stance.ViewStates;
using Stance.Votes;

namespace Stance.Data.Tests.Votes;

/// <summary>The first vote on the war against Ukraine, entered again under a symbol of its own, corrected and scored.</summary>
public sealed class RollCallWriterTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Symbol = "A/RES/ES-11/1-AGAIN";
    private static readonly Actor First = Actor.Token(Guid.NewGuid(), "first", Role.Curator);
    private static readonly Actor Second = Actor.Token(Guid.NewGuid(), "second", Role.Curator);

    private NpgsqlDataSource database = null!;
    private RollCallWriter writer = null!;
    private ScoringWriter scorings = null!;
    private RollCallReader reader = null!;
    private RollCallDraft draft = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = StanceDatabase.Open(await postgres.NewDatabaseAsync(withSample: true));
        var pipeline = new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System);
        var registers = new RegisterReader(database);
        writer = new RollCallWriter(pipeline, registers, TimeProvider.System);
        scorings = new ScoringWriter(pipeline, registers);
        reader = new RollCallReader(database, TimeProvider.System);
        draft = new RollCallDraft
        {
            Body = VotingBody.GeneralAssembly,
            Symbol = Symbol,
            Title = "Aggression against Ukraine",
            Date = "2022-03-02",
            Yes = 141,
            No = 5,
            Abstain = 35,
            Absent = 12,
            Votes = [.. (await RealVotes.OfAsync(database, "A/RES/ES-11/1")).Select(v => new VoteDraft(v.Country, v.Choice.ToString()))],
        };
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Enter__a_roll_call__its_votes_stand_in_one_change_and_are_no_acts_yet()
    {
        var acts = await AskAsync<long>("select count(*) from act_version_as_of(now())");

        var entered = await EnterAsync("k1");
        var again = Assert.IsType<RollCallWritten>(await writer.EnterAsync(new EnterRollCall(draft), First, "k1", Cancel));

        Assert.Equal((entered.Id, 1, true), (again.Id, again.Version, again.Replayed));
        Assert.Equal(193, await AskAsync<long>("select count(*) from vote where roll_call_id = @id", entered.Id));
        Assert.Equal(acts, await AskAsync<long>("select count(*) from act_version_as_of(now())"));
        Assert.Equal((null, $"roll-call:{entered.Id}"), await AskAsync<(string?, string)>("select country_code, subject from change_feed order by change_no desc limit 1"));
        Assert.Equal(("roll-call.enter", $"roll-call:{entered.Id}"), await AskAsync<(string, string)>("select action, subject from audit_entry order by entry_no desc limit 1"));
        Assert.Contains(Symbol, (await reader.ListAsync(new ViewState(), Scope.Everything, 20, null, Cancel)).RollCalls.Select(r => r.Symbol));
    }

    [Fact]
    public async Task Enter__a_tally_that_differs_or_a_symbol_on_file__writes_nothing()
    {
        var wrong = Assert.IsType<Refused>(await writer.EnterAsync(new EnterRollCall(draft with { Yes = 142, Absent = 11 }), First, "k1", Cancel));
        var twin = Assert.IsType<Refused>(await writer.EnterAsync(new EnterRollCall(draft with { Symbol = "A/RES/ES-11/1" }), First, "k2", Cancel));

        Assert.Equal(["yes tally", "absent tally"], wrong.Breaches.Select(b => $"{b.Field} {b.Rule}"));
        Assert.Equal("symbol onFile", $"{twin.Breaches[0].Field} {twin.Breaches[0].Rule}");
        Assert.Equal(9, await AskAsync<long>("select count(*) from roll_call"));
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.EnterAsync(new EnterRollCall(draft), Actor.Token(Guid.NewGuid(), "reader", Role.Analyst), "k3", Cancel));
    }

    [Fact]
    public async Task Score__proposed_then_published__every_vote_is_an_act_by_the_codebook()
    {
        var id = (await EnterAsync("k1")).Id;
        await ProposeAsync(id, "UKR", "p1");
        Assert.Equal(0, await AskAsync<long>("select count(*) from vote_act where roll_call_id = @id", id));

        await PublishAsync(id, Second, "d1");

        Assert.Equal(193, await AskAsync<long>("select count(*) from act_version_as_of(now()) where roll_call_id = @id", id));
        // An ally of Moscow that abstains: 0 × 1, and one point for withholding support. Yes +5, No −5, absent 0 at half the confidence.
        Assert.Equal((1, 1, 0.95), await ScoreAsync(id, "KAZ"));
        Assert.Equal((5, 0, 0.95), await ScoreAsync(id, "DEU"));
        Assert.Equal((-5, 0, 0.95), await ScoreAsync(id, "BLR"));
        Assert.Equal((0, 0, 0.475), await ScoreAsync(id, "UZB"));
        Assert.Equal(193, await AskAsync<long>("select count(distinct country_code) from change_feed where what = 'roll-call.publish-scoring' and subject = 'roll-call:' || @id", id));
        var previewed = ScoringRules.Score((await FindAsync(id)).RollCall.Votes, "RUW", new CountryCode("UKR"), new DateOnly(2022, 3, 2), await RegisterAsync());
        Assert.Equal(
            previewed.Select(p => (p.Country.Value, p.Score!.Score, Math.Round(p.Score.Weight, 6))),
            (await AllAsync<(string, double, double)>("select country_code, score, round(weight::numeric, 6)::float8 from vote_act where roll_call_id = @id order by 1", id)));
    }

    [Fact]
    public async Task Publish__and_a_corrected_vote__reach_the_acts_in_memory()
    {
        var registers = new RegisterReader(database);
        using var feed = new ActFeed(database, registers, new ActColumnsReader(database), NullLogger<ActFeed>.Instance);
        await feed.LoadAsync(Cancel);
        var alignment = new AlignmentReader(feed, TimeProvider.System);
        var march = new ViewState { Axis = "RUW", Countries = [new("KAZ")], Period = new Period(new(2022, 3, 1), new(2022, 3, 3)) };
        var (count, index) = Line();
        var id = (await EnterAsync("k1")).Id;
        await feed.RefreshAsync(Cancel);
        Assert.Equal((count, index), Line());

        await ProposeAsync(id, "UKR", "p1");
        await PublishAsync(id, Second, "d1");
        await feed.RefreshAsync(Cancel);
        var (after, abstained) = Line();
        await CorrectAsync(id, 1, new RollCallCorrection { Votes = [new("KAZ", "Y")], Yes = 142, Abstain = 34, Reason = "The record was corrected." }, "c1");
        await feed.RefreshAsync(Cancel);

        Assert.Equal(count + 1, after);
        Assert.True(abstained > index, "An abstention of +1 raises a line that starts at −4.");
        Assert.Equal(after, Line().Count);
        Assert.True(Line().Index > abstained, "A yes of +5 raises it further.");

        (int Count, double Index) Line() => (alignment.Count(march, Scope.Everything), alignment.Read(march, Scope.Everything).Countries[0].Line.Last.Index);
    }

    [Fact]
    public async Task Score__changed_declined_and_withdrawn__each_step_is_kept()
    {
        var id = (await EnterAsync("k1")).Id;
        await ProposeAsync(id, "UKR", "p1");
        await PublishAsync(id, First, "d1");
        await ProposeAsync(id, "RUS", "p2");
        var waiting = (await FindAsync(id)).Proposals.Single(p => p.IsOpen);
        var unsaid = Assert.IsType<Refused>(await scorings.DecideAsync(new DecideScoring(id, 1, "RUW", waiting.Id, Publishes: false), Second, "d2", Cancel));
        Assert.IsType<RollCallWritten>(await scorings.DecideAsync(new DecideScoring(id, 1, "RUW", waiting.Id, Publishes: false, "It condemns Russia."), Second, "d3", Cancel));
        await ProposeAsync(id, null, "p3");
        await PublishAsync(id, Second, "d4");

        Assert.Equal("reason", unsaid.Breaches[0].Field);
        Assert.Equal(["published", "declined", "published"], (await FindAsync(id)).Proposals.Select(p => p.State));
        Assert.Empty((await FindAsync(id)).Scorings);
        Assert.Equal(0, await AskAsync<long>("select count(*) from act_version_as_of(now()) where roll_call_id = @id", id));
        Assert.Equal(1, await AskAsync<long>("select count(*) from roll_call_scoring where roll_call_id = @id and not upper_inf(known)", id));
    }

    [Fact]
    public async Task Score__what_cannot_be__is_refused()
    {
        var id = (await EnterAsync("k1")).Id;
        var nowhere = await scorings.ProposeAsync(new ProposeScoring(id, 1, "RUW", "KAZ", "Because."), First, "p1", Cancel);
        var nothing = await scorings.ProposeAsync(new ProposeScoring(id, 1, "RUW", null, "Because."), First, "p2", Cancel);
        var decided = await scorings.DecideAsync(new DecideScoring(id, 1, "RUW", Guid.NewGuid(), Publishes: true), First, "p3", Cancel);

        Assert.Equal(["pole", "same", "decided"], new[] { nowhere, nothing, decided }.Select(o => Assert.IsType<Refused>(o).Breaches[0].Rule));
        Assert.IsType<Missing>(await scorings.ProposeAsync(new ProposeScoring(Guid.NewGuid(), 1, "RUW", "UKR", "Because."), First, "p4", Cancel));
        Assert.IsType<RollCallConflict>(await scorings.ProposeAsync(new ProposeScoring(id, 2, "RUW", "UKR", "Because."), First, "p5", Cancel));
    }

    [Fact]
    public async Task Correct__one_vote_and_the_tally__as_known_before_shows_the_old()
    {
        var id = (await EnterAsync("k1")).Id;
        await ProposeAsync(id, "UKR", "p1");
        await PublishAsync(id, First, "d1");
        var before = AsOf.At(DateTimeOffset.UtcNow);

        var short_ = await CorrectAsync(id, 1, new RollCallCorrection { Votes = [new("KAZ", "Y")], Reason = "The record was corrected." }, "c1");
        var corrected = Assert.IsType<RollCallWritten>(await CorrectAsync(
            id, 1, new RollCallCorrection { Votes = [new("Kazakhstan", "Yes")], Yes = 142, Abstain = 34, Title = "Aggression against Ukraine (corrected)", Reason = "The record was corrected." }, "c2"));

        Assert.Equal(["yes", "abstain"], Assert.IsType<Refused>(short_).Breaches.Select(b => b.Field));
        Assert.Equal(2, corrected.Version);
        var (old, now) = ((await reader.FindAsync(id, Scope.Everything, before, Cancel))!, await FindAsync(id));
        Assert.Equal((VoteChoice.Abstain, 141, 35, "Aggression against Ukraine"), Of(old));
        Assert.Equal((VoteChoice.Yes, 142, 34, "Aggression against Ukraine (corrected)"), Of(now));
        Assert.Equal((2, "The record was corrected."), (now.Versions.Count, now.Versions[0].Reason));
        Assert.Equal((new CountryCode("KAZ"), VoteChoice.Abstain, VoteChoice.Yes), (now.Corrected[0].Country, now.Corrected[0].Was, now.Corrected[0].Became));
        Assert.Equal((5, 0, 0.95), await ScoreAsync(id, "KAZ"));
        Assert.Equal(
            [(1, "Abstains on “Aggression against Ukraine” (ES-11/1-AGAIN)"), (5, "Votes yes on “Aggression against Ukraine (corrected)” (ES-11/1-AGAIN)")],
            await AllAsync<(double, string)>(
                """
                select s.score, v.title
                from act_version v
                join act_score s on s.act_id = v.act_id and s.known && v.known and s.axis_code = 'RUW'
                where v.roll_call_id = @id and v.country_code = 'KAZ'
                order by lower(v.known)
                """, id));

        static (VoteChoice, int, int, string) Of(RollCallDetail d) =>
            (d.RollCall.Votes.Single(v => v.Country.Value == "KAZ").Choice, d.RollCall.Tally.Yes, d.RollCall.Tally.Abstain, d.RollCall.Title);
    }

    [Fact]
    public async Task Correct__two_at_once_from_one_version__one_meets_the_others()
    {
        var id = (await EnterAsync("k1")).Id;

        var both = await Task.WhenAll(
            CorrectAsync(id, 1, new RollCallCorrection { Title = "One", Reason = "First." }, "c1"),
            CorrectAsync(id, 1, new RollCallCorrection { Title = "Two", Reason = "Second." }, "c2"));

        Assert.Single(both.OfType<RollCallWritten>());
        Assert.Equal(2, Assert.Single(both.OfType<RollCallConflict>()).Current.Version);
        Assert.Equal("same", Assert.IsType<Refused>(await CorrectAsync(id, 2, new RollCallCorrection { Reason = "Nothing." }, "c3")).Breaches[0].Rule);
        Assert.IsType<Missing>(await CorrectAsync(Guid.NewGuid(), 1, new RollCallCorrection { Title = "None", Reason = "None." }, "c4"));
    }

    [Fact]
    public async Task List__words_days_and_pages__in_order_and_within_the_scope()
    {
        var all = new List<RollCallItem>();
        string? next = null;
        do
        {
            var page = await reader.ListAsync(new ViewState(), Scope.Everything, 4, next, Cancel);
            all.AddRange(page.RollCalls);
            next = page.Next;
        }
        while (next is not null);
        var found = await reader.ListAsync(new ViewState { Text = "russian suspen" }, Scope.Everything, 20, null, Cancel);
        var march = await reader.ListAsync(new ViewState { Period = new Period(new(2022, 3, 1), new(2022, 3, 31)) }, Scope.Everything, 20, null, Cancel);

        Assert.Equal(9, all.Count);
        Assert.Equal(all.OrderByDescending(r => r.HeldOn).Select(r => r.Id), all.Select(r => r.Id));
        Assert.Equal("A/RES/ES-11/3", Assert.Single(found.RollCalls).Symbol);
        Assert.Equal(["A/RES/ES-11/2", "A/RES/ES-11/1"], march.RollCalls.Select(r => r.Symbol));
        Assert.Equal(["RUW"], march.RollCalls[0].Axes);
        Assert.Empty((await reader.ListAsync(new ViewState(), Scope.Nothing, 20, null, Cancel)).RollCalls);
        var narrow = new Scope { Countries = new HashSet<CountryCode> { new("KAZ") } };
        Assert.Equal("KAZ", Assert.Single((await reader.FindAsync(march.RollCalls[0].Id, narrow, AsOf.Now, Cancel))!.RollCall.Votes).Country.Value);
        Assert.Empty((await reader.ListAsync(new ViewState(), new Scope { Until = AsOf.EndOf(new(2022, 1, 1)) }, 20, null, Cancel)).RollCalls);
    }

    private async Task<RollCallWritten> EnterAsync(string key) => Assert.IsType<RollCallWritten>(await writer.EnterAsync(new EnterRollCall(draft), First, key, Cancel));

    private Task<WriteOutcome> CorrectAsync(Guid id, int version, RollCallCorrection correction, string key) =>
        writer.CorrectAsync(new CorrectRollCall(id, version, correction), First, key, Cancel);

    private async Task ProposeAsync(Guid id, string? favoured, string key) =>
        Assert.IsType<RollCallWritten>(await scorings.ProposeAsync(new ProposeScoring(id, 1, "RUW", favoured, "The text names the aggressor."), First, key, Cancel));

    private async Task PublishAsync(Guid id, Actor by, string key)
    {
        var proposal = (await FindAsync(id)).Proposals.Single(p => p.IsOpen);
        Assert.IsType<RollCallWritten>(await scorings.DecideAsync(new DecideScoring(id, 1, "RUW", proposal.Id, Publishes: true), by, key, Cancel));
    }

    private async Task<RollCallDetail> FindAsync(Guid id) => (await reader.FindAsync(id, Scope.Everything, AsOf.Now, Cancel))!;

    private Task<Register> RegisterAsync() => new RegisterReader(database).ReadAsync(Cancel);

    private Task<(double Score, double Expectation, double Weight)> ScoreAsync(Guid id, string country) => AskAsync<(double, double, double)>(
        $"select score, expectation, weight from vote_act where roll_call_id = @id and country_code = '{country}' and upper_inf(known)", id);

    private async Task<T> AskAsync<T>(string sql, Guid? id = null)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<T>(new CommandDefinition(sql, new { id }, cancellationToken: Cancel));
    }

    private async Task<IReadOnlyList<T>> AllAsync<T>(string sql, Guid id)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, new { id }, cancellationToken: Cancel))).AsList();
    }
}
