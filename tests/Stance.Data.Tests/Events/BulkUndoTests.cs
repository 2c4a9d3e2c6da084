using Microsoft.Extensions.Logging.Abstractions;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Tests.Imports;
using Stance.Events;
using Stance.Recoding;
using Stance.Testing;

namespace Stance.Data.Tests.Events;

/// <summary>A change of many acts is tried before it is made, and taken back in one step.</summary>
public sealed class BulkUndoTests(PostgresFixture postgres)
{
    // All that the acts say and count for now, without the number of their versions.
    private const string Standing = """
        select string_agg(line, E'\n' order by line)
        from (
          select concat_ws('|', 'act', v.event_id, v.title, v.recipient_code, v.codebook_version, v.type_code, v.variant, v.happened_from, v.happened_to, v.precision, v.scored_on, v.intensity, v.intensity_reason,
            v.attributes, v.confidence, v.confidence_reason, v.evidence_weight, v.mode, v.note, v.stage, v.is_scored, v.state, v.coded_codebook, v.coded_intensity) as line
          from stance_event_version v where upper_inf(v.known)
          union all
          select concat_ws('|', 'score', s.event_id, s.axis_code, s.base_score, s.pole_weight, s.expectation, s.score, s.weight)
          from scored_act s join stance_event_version v using (country_code, event_id, version) where upper_inf(v.known)
          union all
          select concat_ws('|', 'set', o.event_id, o.axis_code, o.score, o.reason)
          from axis_override o join stance_event_version v using (country_code, event_id, version) where upper_inf(v.known)
          union all
          select concat_ws('|', 'coded', c.event_id, c.axis_code, c.first, c.second)
          from coded_score c join stance_event_version v using (country_code, event_id, version) where upper_inf(v.known)
          union all
          select concat_ws('|', 'claim', k.id, k.event_id, k.rank, k.contradicts_preferred, k.credibility, k.statement, k.attributes, k.report_id, k.excerpt_id)
          from claim k where upper_inf(k.known)
          union all
          select concat_ws('|', 'item', i.collection_id, i.event_id) from collection_item i
        ) standing
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(BulkEditTests.Changes), MemberType = typeof(BulkEditTests))]
    public async Task Taken_back__every_act_says_and_counts_what_it_did_before_and_the_change_stays_readable(BulkField field, string? value)
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var acts = await BulkEditTests.EnterAsync(desk);
        await desk.ExecuteAsync("insert into coded_score select country_code, event_id, version, axis_code, score, score - 1 from scored_act where axis_code = 'RUW' order by event_id limit 1");
        var before = await desk.AskAsync<string>(Standing);
        var written = await EditAsync(desk, new BulkChange(field, value), acts);
        Assert.NotEqual(before, await desk.AskAsync<string>(Standing));

        var back = Assert.IsType<BulkTakenBack>(await UndoAsync(desk, written.Id, "k"));

        Assert.Equal(before, await desk.AskAsync<string>(Standing));
        Assert.Equal(written.Acts.Select(a => (a.Id, 3)).Order(), back.Acts.Select(a => (a.Id, a.Version)).Order());
        Assert.Equal(written.Acts.Count, await desk.AskAsync<long>("select count(*) from stance_event_version where version = 2 and not upper_inf(known)"));
        Assert.Equal($"Takes back the change together with {written.Acts.Count - 1} other acts: Wrong acts.", await desk.AskAsync<string>("select min(reason) from stance_event_version where version = 3"));
    }

    [Fact]
    public async Task Taken_back__once_per_key__listed_with_its_end__with_an_audit_line_for_each_act()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var acts = await BulkEditTests.EnterAsync(desk);
        var written = await EditAsync(desk, new BulkChange(BulkField.Recipient, "RUS"), acts);
        var reader = new BulkReader(desk.Database, desk.Registers, TimeProvider.System);
        var stands = Assert.Single(await reader.ListAsync(Scope.Everything, Cancel));
        Assert.Equal((written.Id, written.Change, "Seen again.", 6, (DateTimeOffset?)null), (stands.Id, stands.Change, stands.Reason, stands.Acts, stands.UndoneAt));
        Assert.Empty(await reader.ListAsync(Scope.Nothing, Cancel));
        Assert.All(await reader.ActsAsync(written.Id, Scope.Everything, Cancel), a => Assert.Equal((2, 2), (a.Version, a.Newest)));

        Assert.IsType<BulkTakenBack>(await UndoAsync(desk, written.Id, "k"));

        Assert.True(Assert.IsType<BulkTakenBack>(await UndoAsync(desk, written.Id, "k")).Replayed);
        Assert.Equal("undone", Assert.Single(Assert.IsType<Refused>(await UndoAsync(desk, written.Id, "other")).Breaches).Rule);
        Assert.Equal(7, await desk.AskAsync<long>($"select count(*) from audit_entry where action = 'act.bulk-take-back' and (subject = 'bulk:{written.Id}' or details ->> 'bulk' = '{written.Id}')"));
        Assert.True((await new AuditReader(desk.Database).CheckAsync(Cancel)).Holds);
        Assert.Equal(2, await desk.AskAsync<long>($"select count(*) from change_feed where subject = 'bulk:{written.Id}' and what = 'act.bulk-take-back'"));
        var found = (await reader.FindAsync(written.Id, Scope.Everything, Cancel))!;
        Assert.Equal(("Wrong acts.", "tests", true), (found.UndoneReason, found.UndoneBy, found.UndoneAt > found.At));
        Assert.Equal((written.Id, 6), Assert.Single(await reader.OfActAsync(written.Acts[0].Id, Cancel), v => v.Key == 2).Value);
    }

    [Fact]
    public async Task An_act_changed_since__is_named_and_nothing_is_taken_back()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var acts = await BulkEditTests.EnterAsync(desk);
        var written = await EditAsync(desk, new BulkChange(BulkField.Recipient, "RUS"), acts);
        var stored = (await new EventReader(desk.Database).FindAsync(written.Acts[2].Id, Scope.Everything, Cancel))!;
        await desk.Events.EditAsync(new EditAct(stored.Id, 2, stored.Draft with { Title = "Edited since" }), ImportDesk.Curator, "since", Cancel);
        var (sizes, before) = (await desk.SizesAsync(), await desk.AskAsync<string>(Standing));

        var stopped = Assert.IsType<UndoStopped>(await UndoAsync(desk, written.Id, "k"));

        Assert.Equal("Edited since", Assert.Single(stopped.Edited).Title);
        Assert.Equal((sizes, before), (await desk.SizesAsync(), await desk.AskAsync<string>(Standing)));
        Assert.Equal("reason", Assert.Single(Assert.IsType<Refused>(await UndoAsync(desk, written.Id, "k2", " ")).Breaches).Field);
        Assert.IsType<Missing>(await UndoAsync(desk, Guid.NewGuid(), "k3"));
        await Assert.ThrowsAsync<NotAllowedException>(() => new BulkUndo(desk.Pipeline, desk.Registers).TakeBackAsync(new(written.Id, "Why"), Actor.Token(Guid.NewGuid(), "t", Role.Analyst), "k4", Cancel));
    }

    [Fact]
    public async Task Two_who_take_it_back_at_once__one_does()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var written = await EditAsync(desk, new BulkChange(BulkField.Retract, null), await BulkEditTests.EnterAsync(desk));

        var outcomes = await Task.WhenAll(UndoAsync(desk, written.Id, "a"), UndoAsync(desk, written.Id, "b"));

        Assert.Single(outcomes.OfType<BulkTakenBack>());
        Assert.Equal("undone", Assert.Single(outcomes.OfType<Refused>()).Breaches[0].Rule);
    }

    [Fact]
    public async Task Retracted_before_a_new_codebook__come_back_scored_by_it_as_if_they_had_stood()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        await using var other = await ImportDesk.OpenAsync(postgres);
        var acts = await BulkEditTests.EnterAsync(desk);
        await BulkEditTests.EnterAsync(other);
        var written = await EditAsync(desk, new BulkChange(BulkField.Retract, null), acts);
        foreach (var each in new[] { desk, other })
            await PublishAsync(each);

        var back = Assert.IsType<BulkTakenBack>(await UndoAsync(desk, written.Id, "k"));

        Assert.All(back.Acts, a => Assert.Equal(4, a.Version));
        const string Scores = "select string_agg(concat_ws('|', v.title, v.codebook_version, v.coded_codebook, v.coded_intensity, v.intensity, s.axis_code, s.base_score, s.score, s.weight), E'\\n' order by v.title, s.axis_code) from stance_event_version v join scored_act s using (country_code, event_id, version) where upper_inf(v.known)";
        Assert.Equal(await other.AskAsync<string>(Scores), await desk.AskAsync<string>(Scores));
        Assert.Contains("|1.1|1.0|", await desk.AskAsync<string>(Scores), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scored_anew_since__counts_as_changed_since()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var written = await EditAsync(desk, new BulkChange(BulkField.Recipient, "RUS"), await BulkEditTests.EnterAsync(desk));
        await PublishAsync(desk);

        Assert.Equal(6, Assert.IsType<UndoStopped>(await UndoAsync(desk, written.Id, "k")).Edited.Count);
    }

    [Fact]
    public async Task Tried__lines_move_as_they_do_once_it_is_made_and_taken_back__and_nothing_stays()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var acts = await BulkEditTests.EnterAsync(desk);
        using var feed = new ActFeed(desk.Database, desk.Registers, new ActColumnsReader(desk.Database), NullLogger<ActFeed>.Instance);
        await feed.LoadAsync(Cancel);
        var trial = new BulkTrial(desk.Database, desk.Registers, feed, TimeProvider.System);
        var command = new BulkEdit([.. acts.Select(a => new ActAtVersion(a, 1))], new BulkChange(BulkField.Recipient, "RUS"), null);
        var (sizes, before, today) = (await desk.SizesAsync(), feed.Snapshot, DateOnly.FromDateTime(DateTime.UtcNow));

        var (lines, outcome) = await trial.TryAsync(command, ImportDesk.Curator, Cancel);

        Assert.Equal(6, Assert.IsType<BulkWritten>(outcome).Acts.Count);
        Assert.Equal(sizes, await desk.SizesAsync());
        Assert.Equal(["KAZ", "UZB"], lines!.Moves.Select(m => m.Country.Value).Distinct().Order());
        var written = await EditAsync(desk, command.Change, acts);
        await feed.RefreshAsync(Cancel);
        var made = CodebookPreview.Of(before, feed.Snapshot, today);
        Assert.Equal(made.Moves.Select(m => (m.Axis.Code, m.Country, m.Before, m.After, m.Largest)), lines.Moves.Select(m => (m.Axis.Code, m.Country, m.Before, m.After, m.Largest)));
        Assert.Equal((made.Still, made.Kinds[0]), (lines.Still, lines.Kinds[0]));

        var (back, _) = await trial.TryAsync(new TakeBackBulk(written.Id, null), ImportDesk.Curator, Cancel);

        var reversed = back!.Moves.ToDictionary(m => (m.Axis.Code, m.Country));
        Assert.Equal(lines.Moves.Count, reversed.Count);
        Assert.All(lines.Moves, m => Assert.Equal((m.After, m.Before), reversed[(m.Axis.Code, m.Country)] is var b ? (b.Before, b.After) : default));
        Assert.Equal(0, await desk.AskAsync<long>("select count(*) from bulk_undo"));
        var (none, refused) = await trial.TryAsync(command, ImportDesk.Curator, Cancel);
        Assert.Null(none);
        Assert.Equal(6, Assert.IsType<BulkConflict>(refused).Moved.Count);
        await Assert.ThrowsAsync<NotAllowedException>(() => trial.TryAsync(command, Actor.Token(Guid.NewGuid(), "t", Role.Analyst), Cancel));
    }

    [Fact]
    public async Task Changes_made_before_they_were_listed__are_read_off_the_audit()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var written = await EditAsync(desk, new BulkChange(BulkField.Recipient, "RUS"), await BulkEditTests.EnterAsync(desk));
        const string Kept = "select string_agg(concat_ws('|', b.id, b.field, b.value, b.reason, a.country_code, a.event_id, a.version), E'\\n' order by a.event_id) from bulk_edit b join bulk_edit_act a on a.bulk_id = b.id";
        var kept = await desk.AskAsync<string>(Kept);
        await desk.ExecuteAsync("delete from bulk_edit_act");
        await desk.ExecuteAsync("delete from bulk_edit");
        var assembly = typeof(BulkUndo).Assembly;
        using var migration = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.Contains("0175", StringComparison.Ordinal)))!);
        var text = await migration.ReadToEndAsync(Cancel);

        await desk.ExecuteAsync(text[text.IndexOf("insert into", StringComparison.Ordinal)..]);

        Assert.Equal(kept, await desk.AskAsync<string>(Kept));
        Assert.IsType<BulkTakenBack>(await UndoAsync(desk, written.Id, "k"));
    }

    private static async Task<BulkWritten> EditAsync(ImportDesk desk, BulkChange change, IReadOnlyList<Guid> acts) => Assert.IsType<BulkWritten>(
        await new BulkWriter(desk.Pipeline, desk.Registers).EditAsync(new BulkEdit([.. acts.Select(a => new ActAtVersion(a, 1))], change, "Seen again."), ImportDesk.Curator, Guid.NewGuid().ToString(), Cancel));

    private static Task<WriteOutcome> UndoAsync(ImportDesk desk, Guid id, string key, string reason = "Wrong acts.") =>
        new BulkUndo(desk.Pipeline, desk.Registers).TakeBackAsync(new TakeBackBulk(id, reason), ImportDesk.Curator, key, Cancel);

    private static async Task PublishAsync(ImportDesk desk)
    {
        using var feed = new ActFeed(desk.Database, desk.Registers, new ActColumnsReader(desk.Database), NullLogger<ActFeed>.Instance);
        await feed.LoadAsync(Cancel);
        var draft = CodebookDraft.Of(feed.Register.Codebook) with { Version = "1.1", Note = "Aid says less", Variants = [new("HUM-AIDF", "default", 3, 2, 6, 0.8)] };
        Assert.IsType<CodebookPublished>(await new CodebookWriter(desk.Database, desk.Pipeline, desk.Registers, feed, TimeProvider.System).PublishAsync(draft, Actor.Console, "codebook", Cancel));
    }
}
