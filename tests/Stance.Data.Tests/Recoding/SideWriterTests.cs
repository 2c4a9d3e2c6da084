using Dapper;
using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Recoding;
using Stance.Registers;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Recoding;

/// <summary>Other sides of an axis move the lines with acts toward them, as previewed, from that moment on, and nothing that was known before.</summary>
public sealed class SideWriterTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.Console;
    private static readonly Period Days = new(new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31));
    private static readonly AddSide China = new("RUW", null, new SideDraft("CHN", "0.5", "2022-01-01", null, "A record of the test"));
    private const string Elsewhere = """
        select md5(string_agg((s.country_code, s.act_id, s.axis_code, s.base_score, s.pole_weight, s.expectation, s.score, s.weight)::text, ',' order by s.country_code, s.act_id, s.axis_code))
        from act_score s where s.axis_code <> 'RUW' and upper_inf(s.known)
        """;

    private LoadedActs acts = null!;
    private CommandPipeline pipeline = null!;
    private SideWriter writer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        acts = await LoadedActs.OpenAsync(postgres);
        pipeline = new CommandPipeline(acts.Database, new AuditWriter(TimeProvider.System), TimeProvider.System);
        writer = new SideWriter(acts.Database, pipeline, acts.Feed, TimeProvider.System);
    }

    public async ValueTask DisposeAsync() => await acts.DisposeAsync();

    [Fact]
    public async Task A_new_side__moves_lines_as_previewed_and_nothing_known_before()
    {
        var old = Lines();
        var known = AsOf.At(new DateTimeOffset(await AskAsync<DateTime>("select clock_timestamp()"), TimeSpan.Zero));
        var silent = await ScoresAsync("RUW", "CHN");
        var elsewhere = await AskAsync<string>(Elsewhere);
        var (preview, said) = await writer.TryAsync(China, Administrator, Cancel);
        Assert.Equal(0, await AskAsync<int>("select count(*)::int from axis_member where country_code = 'CHN' and axis_code = 'RUW'"));
        var announced = CodebookPreview.Of(acts.Feed.Snapshot, preview!, Days.To);

        var written = Assert.IsType<SidesWritten>(await writer.ChangeAsync(China, Administrator, "once", Cancel));
        Assert.True(Assert.IsType<SidesWritten>(await writer.ChangeAsync(China, Administrator, "once", Cancel)).Replayed);

        Assert.Equal((written.Acts, written.RollCalls), said is SidesWritten tried ? (tried.Acts, tried.RollCalls) : default);
        Assert.True(written.Acts > 0);
        Assert.Contains(announced.Moves, m => m.Axis.Code == "RUW");
        Assert.All(announced.Moves, m => Assert.Equal("RUW", m.Axis.Code));
        Assert.Empty(CodebookPreview.Of(preview!, acts.Feed.Snapshot, Days.To).Moves);
        var toward = await ScoresAsync("RUW", "CHN");
        Assert.All(toward, s => Assert.True(s.Override || s.Pole == 0.5));
        Assert.True(toward.Count > silent.Count);
        Assert.Equal(old, Lines(known));
        Assert.Equal(elsewhere, await AskAsync<string>(Elsewhere));
        Assert.Equal("A record of the test", await AskAsync<string>("select reason from register_change where register = 'axis' and about = 'RUW'"));
        Assert.Equal(1, await AskAsync<int>("select count(*)::int from audit_entry where subject = 'axis:RUW' and action = 'axis.add-member'"));
    }

    [Fact]
    public async Task A_side_taken_back__gives_the_old_lines_back_to_the_last_digit()
    {
        var old = Lines();
        await writer.ChangeAsync(China, Administrator, "k1", Cancel);
        var during = acts.Feed.Register.Axes["RUW"].ChangedAt;
        Assert.NotEqual(old, Lines());
        var back = new TakeBackSide("RUW", during, "CHN", new(2022, 1, 1), "Entered in error");

        Assert.Equal("changed", await RuleAsync(back with { Since = null }));
        Assert.Equal("required", await RuleAsync(back with { Reason = " " }));
        Assert.IsType<Missing>(await writer.ChangeAsync(back with { Country = "UZB" }, Administrator, "k2", Cancel));
        Assert.IsType<SidesWritten>(await writer.ChangeAsync(back, Administrator, "k3", Cancel));

        Assert.Equal(old, Lines());
        Assert.DoesNotContain(acts.Feed.Register.Axes["RUW"].Members, m => m.Country.Value == "CHN");
        Assert.Equal(0.5, acts.Feed.Register.Axes["RUW"].KnownAt(during!.Value).PoleWeight(new("CHN"), new(2022, 2, 1)));
        Assert.Equal(["Entered in error", "A record of the test"], await ListAsync("select reason from register_change where about = 'RUW' order by change_no desc"));
    }

    [Fact]
    public async Task A_side_ended__scores_only_the_days_from_then_on_anew()
    {
        await writer.ChangeAsync(China with { Draft = China.Draft with { Country = "KAZ" } }, Administrator, "k1", Cancel);
        var during = await ScoresAsync("RUW", "KAZ");
        var end = new EndSide("RUW", acts.Feed.Register.Axes["RUW"].ChangedAt, "KAZ", new(2022, 1, 1), "2022-02-01", "A notice of the test");

        Assert.IsType<SidesWritten>(await writer.ChangeAsync(end, Administrator, "k2", Cancel));

        var after = await ScoresAsync("RUW", "KAZ");
        Assert.Contains(during, s => s.ScoredOn >= new DateOnly(2022, 2, 1));
        Assert.Contains(after, s => s.ScoredOn < new DateOnly(2022, 2, 1));
        Assert.Equal(during.Where(s => s.ScoredOn < new DateOnly(2022, 2, 1)), after.Where(s => s.ScoredOn < new DateOnly(2022, 2, 1)));
        Assert.All(after.Where(s => s.ScoredOn >= new DateOnly(2022, 2, 1)), s => Assert.True(s.Override));
        Assert.Equal("A record of the test; A notice of the test", acts.Feed.Register.Axes["RUW"].Members.Single(m => m.Country.Value == "KAZ").Source);
        Assert.Equal("ended", await RuleAsync(end with { Since = acts.Feed.Register.Axes["RUW"].ChangedAt }));
    }

    [Fact]
    public async Task A_side_that_roll_calls_are_scored_for__cannot_be_left_but_its_weight_moves_their_votes()
    {
        var (favoured, roll) = await AskAsync<(string, Guid)>("select favoured_code, roll_call_id from roll_call_scoring where axis_code = 'RUW' and upper_inf(known) limit 1");
        var member = acts.Feed.Register.Axes["RUW"].Members.Single(m => m.Country.Value == favoured);
        var back = new TakeBackSide("RUW", null, favoured, member.From, "By the test");

        var refused = Assert.IsType<Refused>(await writer.ChangeAsync(back, Administrator, "k1", Cancel));

        Assert.Equal("rollCalls", Assert.Single(refused.Breaches).Rule);
        Assert.Null(acts.Feed.Register.Axes["RUW"].ChangedAt);
        await using (var connection = await acts.Database.OpenConnectionAsync(Cancel))
            await connection.ExecuteAsync("update axis set default_weight = 0.25 where code = 'RUW'");
        await acts.Feed.LoadAsync(Cancel);
        Assert.True(Assert.IsType<SidesWritten>(await writer.ChangeAsync(back, Administrator, "k2", Cancel)).RollCalls > 0);
        Assert.Equal([0.25, member.Weight], (await ListAsync<double>($"select distinct pole_weight from vote_act where roll_call_id = '{roll}' and axis_code = 'RUW' order by 1")));
        Assert.Equal(1, await AskAsync<int>($"select count(distinct pole_weight)::int from vote_act where roll_call_id = '{roll}' and axis_code = 'RUW' and upper_inf(known)"));
    }

    [Fact]
    public async Task Sides_and_codebooks__in_turn__leave_each_view_its_own_numbers()
    {
        var codebooks = new CodebookWriter(acts.Database, pipeline, new RegisterReader(acts.Database), acts.Feed, TimeProvider.System);
        await writer.ChangeAsync(China, Administrator, "k1", Cancel);
        var old = Lines();
        var draft = CodebookDraft.Of(acts.Feed.Register.Codebook) with { Version = "1.1", Note = "Travelling", Variants = [new("DIP-VISI", "default", 4, 1, 4, 1), new("DIP-OUTR", "default", 3, 1, 4, 0.5)] };
        Assert.IsType<CodebookPublished>(await codebooks.PublishAsync(draft, Administrator, "k2", Cancel));
        Assert.Equal(old, Lines(codebook: "1.0"));
        var back = new TakeBackSide("RUW", acts.Feed.Register.Axes["RUW"].ChangedAt, "CHN", new(2022, 1, 1), "Entered in error");
        var during = AsOf.At(new DateTimeOffset(await AskAsync<DateTime>("select clock_timestamp()"), TimeSpan.Zero));
        Assert.IsType<SidesWritten>(await writer.ChangeAsync(back, Administrator, "k3", Cancel));

        Assert.Equal(old, Lines(during, "1.0"));
        Assert.All(await ScoresAsync("RUW", "CHN"), s => Assert.True(s.Override));
    }

    [Fact]
    public async Task An_act_prepared_by_the_old_sides__is_refused_and_a_curator_changes_none()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.ChangeAsync(China, Actor.Person(Guid.NewGuid(), "Bo", Role.Curator), "k1", Cancel));
        var (id, version) = await AskAsync<(Guid, int)>("select event_id, version from stance_event_version where upper_inf(known) and state = 'published' order by 1 limit 1");
        await using var connection = await acts.Database.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await connection.ExecuteAsync("select replace_codebook()");

        var retracting = new EventWriter(pipeline, new RegisterReader(acts.Database)).RetractAsync(new RetractAct(id, version, "By the test"), Administrator, "k2", Cancel);
        while (await AskAsync<int>("select count(*)::int from pg_locks where locktype = 'advisory' and not granted") == 0)
            await Task.Delay(20, Cancel);
        await connection.ExecuteAsync("insert into axis_member (axis_code, country_code, weight, valid, source, known) values ('RUW', 'CHN', 1, '[2022-01-01,)', 'The test', tstzrange(now(), null))");
        await transaction.CommitAsync(Cancel);

        Assert.Equal("sides", Assert.Single(Assert.IsType<Refused>(await retracting).Breaches).Rule);
    }

    private string Lines(AsOf asOf = default, string? codebook = null) => string.Join('\n', acts.Feed.Register.Axes.Keys.Order().SelectMany(axis =>
        acts.Alignment.Read(
            new ViewState { Axis = axis, AsOf = asOf, Codebook = codebook, Period = Days, Countries = [.. acts.Feed.Columns.CountriesOn(axis).Where(c => c.Value != "XXX").Order()] }, Scope.Everything)
            .Countries.Where(c => c.Line.Index.Length > 0).Select(c => $"{axis} {c.Country.Code} {string.Join(' ', c.Line.Index.Select(i => Math.Round(i, 9) + 0.0))}")));

    private async Task<string> RuleAsync(ChangeSides command) =>
        Assert.Single(Assert.IsType<Refused>(await writer.ChangeAsync(command, Administrator, Guid.NewGuid().ToString("N"), Cancel)).Breaches).Rule;

    private async Task<IReadOnlyList<Scored>> ScoresAsync(string axis, string toward)
    {
        await using var connection = await acts.Database.OpenConnectionAsync(Cancel);
        return [.. await connection.QueryAsync<Scored>(new CommandDefinition(
            """
            select s.act_id as act, s.scored_on, s.pole_weight as pole, s.score, exists (
              select from axis_override o join stance_event_version v using (country_code, event_id, version)
              where o.event_id = s.event_id and o.axis_code = s.axis_code and upper_inf(v.known)) as override
            from act_score s where s.axis_code = @axis and s.recipient_code = @toward and upper_inf(s.known) order by s.act_id
            """, new { axis, toward }, cancellationToken: Cancel))];
    }

    private async Task<T> AskAsync<T>(string question)
    {
        await using var connection = await acts.Database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<T>(new CommandDefinition(question, cancellationToken: Cancel));
    }

    private Task<IReadOnlyList<string>> ListAsync(string question) => ListAsync<string>(question);

    private async Task<IReadOnlyList<T>> ListAsync<T>(string question)
    {
        await using var connection = await acts.Database.OpenConnectionAsync(Cancel);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(question, cancellationToken: Cancel))];
    }

    private sealed record Scored(string Act, DateOnly ScoredOn, double? Pole, double Score, bool Override);
}
