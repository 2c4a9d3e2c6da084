using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Stance.Acts;
using Stance.Codebook;
using Stance.Coding;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Coding;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Data.Tests.People;
using Stance.Events;
using Stance.Recoding;
using Stance.Testing;

namespace Stance.Data.Tests.Coding;

public sealed class CodingWriterTests(PostgresFixture postgres) : IAsyncLifetime
{
    private NpgsqlDataSource database = null!;
    private CodingWriter writer = null!;
    private CodingReader reader = null!;
    private Actor ada = null!;
    private Actor bo = null!;
    private Actor cy = null!;
    private int keys;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var people = await PeopleOf.NewAsync(postgres);
        database = people.Database;
        writer = new CodingWriter(
            new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System), new RegisterReader(database));
        reader = new CodingReader(database);
        ada = await people.FirstAdministratorAsync();
        bo = await people.PersonAsync(ada, "bo", Role.Curator);
        cy = await people.PersonAsync(ada, "cy", Role.Curator);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Answer__both_agree__is_published_as_first_coded()
    {
        var id = await OpenedAsync(Draft());
        Assert.Equal(0, await AskAsync<long>("select count(*) from stance_event"));

        var written = await AnsweredAsync(id, Draft() with { Title = "Other words for it", Note = "Mine" });

        Assert.Equal(CaseState.Published, written.State);
        Assert.Equal(("28 t of medicine by air", 5.0, 0.85), await AskAsync<(string, double, double)>(
            "select v.title, s.score, s.weight from act_version_as_of(now()) v join act_score_as_of(now()) s using (act_id) where s.axis_code = 'RUW'"));
        Assert.Empty(await reader.QueueAsync(cy, Cancel));
        var came = (await reader.OfActAsync(written.Act!.Value, Scope.Everything, Cancel))!;
        Assert.Null(came.RuledAt);
        Assert.Equal(("Ada", "bo"), (came.FirstCoder, came.SecondCoder));
        Assert.True(came.FirstAt < came.SecondAt);
        Assert.Null(await reader.OfActAsync(written.Act!.Value, Scope.Nothing, Cancel));
        Assert.Equal(2, await AskAsync<long>($"select count(*) from audit_entry where subject = 'coding:{id}'"));
        Assert.Equal("KAZ", await AskAsync<string>("select country_code from change_feed order by change_no desc limit 1"));
    }

    [Fact]
    public async Task Rule__both_stand__scores_the_mean_with_less_weight_as_in_vector_A2()
    {
        var first = Statement(4);
        var id = await OpenedAsync(first);
        Assert.Equal(CaseState.SecondCoded, (await AnsweredAsync(id, first with { Intensity = 6, IntensityReason = "The strongest words of this kind" })).State);

        var written = await RuledAsync(new RuleCase(id, first, BothStand: true, "Both readings can be defended"));

        var (mean, weight) = await AskAsync<(double, double)>("select score, weight from act_score_as_of(now()) where axis_code = 'RUW'");
        Assert.Equal(5, mean, 12);
        Assert.Equal(1 / ((1 / (0.85 * 0.7)) + (4 / 64.0)), weight, 12);
        Assert.Equal((4.0, 6.0), await AskAsync<(double, double)>("select first, second from coded_score where axis_code = 'RUW'"));
        Assert.True((await reader.OfActAsync(written.Act!.Value, Scope.Everything, Cancel))!.BothStand);
    }

    [Fact]
    public async Task Bulk_edit__of_an_act_where_both_stand__keeps_both_scores_until_what_they_scored_changes()
    {
        var first = Statement(4);
        var id = await OpenedAsync(first);
        await AnsweredAsync(id, first with { Intensity = 6, IntensityReason = "The strongest words of this kind" });
        var act = (await RuledAsync(new RuleCase(id, first, BothStand: true, "Both can be defended"))).Act!.Value;
        var bulk = new BulkWriter(new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System), new RegisterReader(database));
        var before = await AskAsync<(double, double)>("select score, weight from act_score_as_of(now()) where axis_code = 'RUW'");

        Assert.IsType<BulkWritten>(await bulk.EditAsync(new BulkEdit([new(act, 1)], new BulkChange(BulkField.Precision, "start"), "A stance that lasts"), ada, "b1", Cancel));
        Assert.Equal(before, await AskAsync<(double, double)>("select score, weight from act_score_as_of(now()) where axis_code = 'RUW'"));
        Assert.Equal(1, await AskAsync<long>("select count(*) from coded_score where version = 2 and axis_code = 'RUW'"));

        Assert.IsType<BulkWritten>(await bulk.EditAsync(new BulkEdit([new(act, 2)], new BulkChange(BulkField.Recipient, "RUS"), "Meant for Moscow"), ada, "b2", Cancel));
        Assert.Equal(0, await AskAsync<long>("select count(*) from coded_score where version = 3"));
    }

    [Fact]
    public async Task Edit__words_of_an_act_where_both_stand__keeps_both_scores_and_a_new_strength_ends_them()
    {
        var first = Statement(4);
        var id = await OpenedAsync(first);
        await AnsweredAsync(id, first with { Intensity = 6, IntensityReason = "The strongest words of this kind" });
        var act = (await RuledAsync(new RuleCase(id, first, BothStand: true, "Both can be defended"))).Act!.Value;
        var events = new EventWriter(
            new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System), new RegisterReader(database));
        var stored = (await new EventReader(database).FindAsync(act, Scope.Everything, Cancel))!;

        Assert.IsType<ActWritten>(await events.EditAsync(new EditAct(act, 1, stored.Draft with { Title = "In other words" }), ada, "e1", Cancel));
        Assert.Equal(5, await AskAsync<double>("select score from act_score_as_of(now()) where axis_code = 'RUW'"), 12);

        Assert.IsType<ActWritten>(await events.EditAsync(
            new EditAct(act, 2, stored.Draft with { Intensity = 3, IntensityReason = "Weaker than it looked" }), ada, "e2", Cancel));
        Assert.Equal(3, await AskAsync<double>("select score from act_score_as_of(now()) where axis_code = 'RUW'"), 12);
    }

    [Fact]
    public async Task A_new_codebook__where_both_stand__scores_both_answers_anew()
    {
        var first = Statement(4);
        var id = await OpenedAsync(first);
        await AnsweredAsync(id, first with { Intensity = 6, IntensityReason = "The strongest words of this kind" });
        await RuledAsync(new RuleCase(id, first, BothStand: true, "Both readings can be defended"));

        await PublishAsync(codebook =>
        {
            var variant = codebook.Find("INF-LEAD")!.FindVariant("favours")!;
            return CodebookDraft.Of(codebook) with { Sigma = 5, Variants = [new("INF-LEAD", "favours", variant.Base - 1, variant.Low, variant.High, 0.6)] };
        });

        Assert.Equal((3.0, 5.0), await AskAsync<(double, double)>("select first, second from coded_score where axis_code = 'RUW' order by version desc limit 1"));
        var (mean, weight) = await AskAsync<(double, double)>("select score, weight from act_score_as_of(now()) where axis_code = 'RUW'");
        Assert.Equal(4, mean, 12);
        Assert.Equal(1 / ((1 / (0.85 * 0.6)) + (4 / 100.0)), weight, 12);
    }

    [Fact]
    public async Task Rule__a_kind_withdrawn_since_it_was_coded__may_still_stand_but_nobody_answers_with_it_anew()
    {
        var id = await OpenedAsync(Draft());
        await PublishAsync(codebook => CodebookDraft.Of(codebook) with { Kinds = [codebook.Find("HUM-AIDF")! with { IsWithdrawn = true }] });

        Assert.Equal("withdrawn", Rule(await writer.AnswerAsync(new AnswerCase(id, Draft()), bo, Key(), Cancel)));
        await AnsweredAsync(id, Statement(4));
        Assert.Equal("withdrawn", Rule(await writer.RuleAsync(new RuleCase(await DisputedAsync(), Draft(), false, "Aid after all"), cy, Key(), Cancel)));
        await RuledAsync(new RuleCase(id, Draft(), BothStand: false, "It was an act of aid when it was read"));

        Assert.Equal("HUM-AIDF|1.1", await AskAsync<string>("select concat_ws('|', type_code, codebook_version) from stance_event_version"));

        async Task<Guid> DisputedAsync()
        {
            var other = await OpenedAsync(Statement(4));
            await AnsweredAsync(other, Statement(4) with { Recipient = "RUS" });
            return other;
        }
    }

    [Fact]
    public async Task Answer__both_name_the_same_states__is_published_as_one_act_of_each_and_counted_as_one_passage()
    {
        var first = Draft() with { Also = ["UZB", "BLR"], Whole = "Three send medicine" };
        var id = await OpenedAsync(first);
        Assert.Equal((0L, 0L), await AskAsync<(long, long)>("select (select count(*) from stance_event), (select count(*) from parent_act)"));

        var written = await AnsweredAsync(id, Draft() with { Country = "BLR", Also = ["KAZ", "UZB"], Whole = "Told otherwise" });

        var together = written.Together!;
        Assert.Equal((CaseState.Published, "Three send medicine"), (written.State, together.Title));
        Assert.Equal(["BLR", "KAZ", "UZB"], together.Acts.Select(a => a.Country.Value).Order());
        Assert.Equal(3, await AskAsync<long>("select count(*) from act_version_as_of(now())"));
        Assert.Equal(5, await AskAsync<long>(
            $"select count(*) from audit_entry where subject = 'coding:{id}' or subject in ('{string.Join("','", together.Acts.Select(a => a.Subject))}')"));
        foreach (var act in together.Acts)
            Assert.Equal(("Ada", "bo", null), await reader.OfActAsync(act.Id, Scope.Everything, Cancel) is { } came ? (came.FirstCoder, came.SecondCoder, came.RuledAt) : default);
        var answered = (await reader.AnsweredAsync(id, Scope.Everything, Cancel))!;
        Assert.Equal((together.Id, true), (answered.Whole, answered.IsClosed));
        Assert.Null(await reader.AnsweredAsync(id, new Scope { Countries = new HashSet<CountryCode> { new("BLR"), new("KAZ") } }, Cancel));
        var (report, _) = await reader.AgreementAsync(Scope.Everything, Cancel);
        Assert.Equal((1, 1), (report.Passages, report.FoundByBoth));
        Assert.Equal(1, report.Fields.Single(f => f.Field == CodedField.Actor).Equal);
        Assert.Equal([1, 1], report.Drift.Select(d => d.AsRuled));
        Assert.Equal(0, (await reader.AgreementAsync(new Scope { Countries = new HashSet<CountryCode> { new("BLR") } }, Cancel)).Report.Passages);
    }

    [Fact]
    public async Task Rule__coders_name_other_states__is_ruled_and_both_answers_stand_only_for_a_state_both_name()
    {
        // An ally of Moscow that stays neutral withholds support, Uzbekistan does not: what both say is scored as of the state both name.
        var first = Draft() with { Type = "DIP-NEUT", Recipient = "RUS", Also = ["UZB"] };
        var second = Statement(4) with { Country = "UZB", Recipient = "RUS", Also = ["KGZ"] };
        var id = await OpenedAsync(first);
        Assert.Equal(CaseState.SecondCoded, (await AnsweredAsync(id, second)).State);

        var written = await RuledAsync(new RuleCase(id, first with { Also = ["UZB", "KGZ"] }, BothStand: true, "All three are named"));

        Assert.Equal("KAZ 1 | KGZ 1 | UZB -2", await AskAsync<string>(
            "select string_agg(concat_ws(' ', country_code, score), ' | ' order by country_code) from act_score_as_of(now()) where axis_code = 'RUW'"));
        Assert.Equal("UZB 0 -4", await AskAsync<string>("select concat_ws(' ', country_code, first, second) from coded_score where axis_code = 'RUW'"));
        Assert.Equal(written.Together!.Id, Assert.Single(await reader.PrecedentsAsync("DIP-NEUT", "", null, Cancel)).Whole);
        var (report, _) = await reader.AgreementAsync(Scope.Everything, Cancel);
        Assert.Equal(0, report.Fields.Single(f => f.Field == CodedField.Actor).Equal);

        await PublishAsync(codebook =>
        {
            var variant = codebook.Find("INF-LEAD")!.FindVariant("favours")!;
            return CodebookDraft.Of(codebook) with { Variants = [new("INF-LEAD", "favours", variant.Base - 1, variant.Low, variant.High, 0.6)] };
        });
        Assert.Equal("UZB 0 -3", await AskAsync<string>("select concat_ws(' ', country_code, first, second) from coded_score where axis_code = 'RUW' order by version desc limit 1"));
    }

    [Fact]
    public async Task Rule__one_was_a_mistake__only_the_ruling_counts_and_becomes_a_precedent()
    {
        var id = await OpenedAsync(Draft());
        await AnsweredAsync(id, Draft() with { Recipient = "RUS" });

        var written = await RuledAsync(new RuleCase(id, Draft(), BothStand: false, "The consignee is named in the passage"));

        Assert.Equal((CaseState.Published, 0L), (written.State, await AskAsync<long>("select count(*) from coded_score")));
        Assert.Equal(5, await AskAsync<double>("select score from act_score_as_of(now()) where axis_code = 'RUW'"));
        var precedent = Assert.Single(await reader.PrecedentsAsync("HUM-AIDF", "anything", null, Cancel));
        Assert.Equal(("The consignee is named in the passage", written.Act), (precedent.Reason, precedent.Act));
        Assert.Single(await reader.PrecedentsAsync("DIP-VISI", "who is the consignee", null, Cancel));
        Assert.Empty(await reader.PrecedentsAsync("DIP-VISI", "nothing alike", null, Cancel));
        Assert.Empty(await reader.PrecedentsAsync("HUM-AIDF", "", id, Cancel));
    }

    [Fact]
    public async Task Answer__no_act_in_the_passage__waits_for_a_ruling_and_can_end_without_an_act()
    {
        var id = await OpenedAsync(Draft());
        var refused = Assert.IsType<Refused>(await writer.AnswerAsync(new AnswerCase(id, null), bo, Key(), Cancel));
        Assert.Equal("note", Assert.Single(refused.Breaches).Field);
        Assert.Equal(CaseState.SecondCoded, (await AnsweredAsync(id, null, "A plan, not yet done")).State);

        Assert.Equal(CaseState.NoAct, (await RuledAsync(new RuleCase(id, null, false, "Announced only"))).State);

        Assert.Equal(0, await AskAsync<long>("select count(*) from stance_event"));
        var (report, coders) = await reader.AgreementAsync(Scope.Everything, Cancel);
        Assert.Equal((1, 0), (report.Passages, report.FoundByBoth));
        Assert.Equal(["Ada", "bo"], coders.Values.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Evidence__before_the_second_answer__is_all_anybody_but_the_first_coder_is_told()
    {
        var id = await OpenedAsync(Draft());

        var shown = await reader.EvidenceAsync(id, bo, Cancel);
        Assert.Equal((Draft().Excerpt, Draft().Report, "Wall Street Journal"), (shown!.Excerpt, shown.Report, shown.Source.Name));
        Assert.Null(await reader.EvidenceAsync(id, ada, Cancel));
        Assert.Null(await reader.AnsweredAsync(id, Scope.Everything, Cancel));
        var queued = Assert.Single(await reader.QueueAsync(bo, Cancel));
        Assert.Equal((1, false, "¶11"), (queued.Answers, queued.IsMine, queued.Pointer));
        Assert.DoesNotContain("medicine by air", queued.ToString(), StringComparison.Ordinal);
        Assert.True(Assert.Single(await reader.QueueAsync(ada, Cancel)).IsMine);

        await AnsweredAsync(id, Draft() with { Recipient = "RUS" });
        Assert.Null(await reader.EvidenceAsync(id, cy, Cancel));
        Assert.Equal(["UKR", "RUS"], (await reader.AnsweredAsync(id, Scope.Everything, Cancel))!.Answers.Select(a => a.Coded!.Recipient!.Value.Value));
    }

    [Fact]
    public async Task Answer__by_the_first_coder_or_after_somebody_else__is_refused_and_kept_nowhere()
    {
        var id = await OpenedAsync(Draft());
        Assert.Equal("self", Rule(await writer.AnswerAsync(new AnswerCase(id, Draft()), ada, Key(), Cancel)));
        Assert.Equal("early", Rule(await writer.RuleAsync(new RuleCase(id, Draft(), false, "Now"), cy, Key(), Cancel)));
        await AnsweredAsync(id, Draft() with { Recipient = "RUS" });
        Assert.Equal("answered", Rule(await writer.AnswerAsync(new AnswerCase(id, Draft()), cy, Key(), Cancel)));
        Assert.IsType<Missing>(await writer.AnswerAsync(new AnswerCase(Guid.NewGuid(), Draft()), cy, Key(), Cancel));
        Assert.Equal(2, await AskAsync<long>("select count(*) from coding_decision"));
    }

    [Fact]
    public async Task Rule__by_a_coder__only_to_take_the_others_answer()
    {
        var id = await OpenedAsync(Draft());
        await AnsweredAsync(id, Draft() with { Recipient = "RUS" });

        Assert.Equal("self", Rule(await writer.RuleAsync(new RuleCase(id, Draft(), false, "I was right"), ada, Key(), Cancel)));
        Assert.Equal("self", Rule(await writer.RuleAsync(new RuleCase(id, Draft() with { Recipient = "RUS" }, true, "Both"), ada, Key(), Cancel)));
        Assert.Equal("reason", Assert.Single(Assert.IsType<Refused>(await writer.RuleAsync(new RuleCase(id, Draft(), false, " "), cy, Key(), Cancel)).Breaches).Field);

        var written = Assert.IsType<CaseWritten>(await writer.RuleAsync(new RuleCase(id, Draft() with { Recipient = "RUS" }, false, "Bo is right"), ada, Key(), Cancel));
        Assert.Equal(CaseState.Published, written.State);
        Assert.Equal("ruled", Rule(await writer.RuleAsync(new RuleCase(id, Draft(), false, "Again"), cy, Key(), Cancel)));
    }

    [Fact]
    public async Task Answer__many_second_coders_at_once__one_is_kept()
    {
        var id = await OpenedAsync(Draft());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            writer.AnswerAsync(new AnswerCase(id, Draft() with { Recipient = "RUS" }), i % 2 == 0 ? bo : cy, $"race {i}", Cancel)));

        Assert.Single(outcomes.OfType<CaseWritten>());
        Assert.All(outcomes.OfType<Refused>(), r => Assert.Equal("answered", Rule(r)));
        Assert.Equal(2, await AskAsync<long>("select count(*) from coding_decision"));
    }

    [Fact]
    public async Task Open__asked_again_with_its_key__is_opened_once()
    {
        var first = Assert.IsType<CaseWritten>(await writer.OpenAsync(new OpenCase(Draft(), SecondCodingReason.Drawn), ada, "once", Cancel));
        var again = Assert.IsType<CaseWritten>(await writer.OpenAsync(new OpenCase(Draft(), SecondCodingReason.Drawn), ada, "once", Cancel));

        Assert.Equal((first.Id, CaseState.Coded, true), (again.Id, again.State, again.Replayed));
        Assert.Equal(1, await AskAsync<long>("select count(*) from coding_case"));
        var refused = Assert.IsType<Refused>(await writer.OpenAsync(new OpenCase(Draft() with { Type = null }, SecondCodingReason.Asked), ada, Key(), Cancel));
        Assert.Equal("type", refused.Breaches[0].Field);
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.OpenAsync(
            new OpenCase(Draft(), SecondCodingReason.Asked), Actor.Token(Guid.NewGuid(), "script", Role.Curator), Key(), Cancel));
    }

    [Fact]
    public async Task Draw__a_fifth_by_lot_once_there_is_a_second_coder__and_as_an_administrator_sets_it()
    {
        Assert.IsType<SecondCodingSet>(await writer.SetAsync(new SetSecondCoding(SecondCoding.DefaultShare, []), ada, Key(), Cancel));
        var drawn = 0;
        for (var i = 0; i < 200; i++)
            drawn += await reader.DrawAsync(ada, $"key {i}", "DIP-VISI", Cancel) is null ? 0 : 1;
        Assert.InRange(drawn, 15, 70);

        Assert.Equal("range", Rule(await writer.SetAsync(new SetSecondCoding(1.5, []), ada, Key(), Cancel)));
        Assert.Equal("unknown", Rule(await writer.SetAsync(new SetSecondCoding(0, ["NO-KIND"]), ada, Key(), Cancel)));
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.SetAsync(new SetSecondCoding(0, []), bo, Key(), Cancel));
        Assert.IsType<SecondCodingSet>(await writer.SetAsync(new SetSecondCoding(0, ["MIL-FORC"]), ada, Key(), Cancel));
        Assert.Null(await reader.DrawAsync(ada, "key 1", "DIP-VISI", Cancel));
        Assert.Equal(SecondCodingReason.Kind, await reader.DrawAsync(ada, "key 1", "MIL-FORC", Cancel));

        await ExecuteAsync("update app_user set is_disabled = true where name in ('bo', 'cy')");
        Assert.Null(await reader.DrawAsync(ada, "key 1", "MIL-FORC", Cancel));
    }

    private string Key() => $"key {++keys}";

    private async Task<Guid> OpenedAsync(StanceEventDraft draft) =>
        Assert.IsType<CaseWritten>(await writer.OpenAsync(new OpenCase(draft, SecondCodingReason.Asked), ada, Key(), Cancel)).Id;

    private async Task<CaseWritten> AnsweredAsync(Guid id, StanceEventDraft? draft, string? note = null) =>
        Assert.IsType<CaseWritten>(await writer.AnswerAsync(new AnswerCase(id, draft, note), bo, Key(), Cancel));

    private async Task<CaseWritten> RuledAsync(RuleCase ruling) => Assert.IsType<CaseWritten>(await writer.RuleAsync(ruling, cy, Key(), Cancel));

    private async Task PublishAsync(Func<CodebookVersion, CodebookDraft> change)
    {
        var registers = new RegisterReader(database);
        using var feed = new ActFeed(database, registers, new ActColumnsReader(database), NullLogger<ActFeed>.Instance);
        await feed.LoadAsync(Cancel);
        var codebooks = new CodebookWriter(
            database, new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System), registers, feed, TimeProvider.System);
        var draft = change(feed.Register.Codebook) with { Version = "1.1", Note = "Read otherwise from now on" };
        Assert.IsType<CodebookPublished>(await codebooks.PublishAsync(draft, ada, "c1", Cancel));
    }

    private static string Rule(WriteOutcome outcome) => Assert.Single(Assert.IsType<Refused>(outcome).Breaches).Rule;

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

    private static StanceEventDraft Draft() => new()
    {
        Country = "KAZ",
        Recipient = "UKR",
        Type = "HUM-AIDF",
        Date = "2022-03-14",
        Title = "28 t of medicine by air",
        Source = new(Name: "Wall Street Journal", Reliability: "B"),
        Report = new("Putin’s Unexpected Challenge", null, "2022-07-24", "en"),
        Excerpt = new("dispatched a Boeing 767 carrying 28 tons of medicine to Ukraine", 13, 23, "¶11"),
        Credibility = 2,
    };

    private static StanceEventDraft Statement(double intensity) => Draft() with
    {
        Type = "INF-LEAD",
        Variant = "favours",
        Title = "Says so",
        Intensity = intensity,
    };
}
