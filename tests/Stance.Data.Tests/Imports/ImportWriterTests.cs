using Microsoft.Extensions.Logging.Abstractions;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.Imports;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Imports;
using Stance.Recoding;
using Stance.Testing;

namespace Stance.Data.Tests.Imports;

public sealed class ImportWriterTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_five_thousand_rows__refused_repaired_repeated_and_taken_back()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var before = await desk.SizesAsync();

        var stopped = Assert.IsType<ImportStopped>(await desk.LoadAsync(MadeUpFile.Of(5000, spoiled: true))).Report;
        Assert.Equal((5000, 4963, 37), (stopped.Rows, stopped.New, stopped.RefusedRows));
        Assert.Equal(MadeUpFile.Faults(5000), stopped.Breaches.Select(b => (b.Row, b.Column, b.Rule)));
        Assert.Equal(before, await desk.SizesAsync());
        Assert.Equal(0, await desk.AskAsync<long>("select count(*) from audit_entry"));

        var written = Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Of(5000)));
        Assert.Equal((5000, 5000, 0), (written.Rows, written.New, written.LeftOut));
        Assert.Equal(5000, await desk.AskAsync<long>("select count(*) from act_version_as_of('infinity')"));
        Assert.Equal(1, await desk.AskAsync<long>("select count(distinct xmin::text) from stance_event_version"));
        Assert.Equal(1, await desk.AskAsync<long>("select count(*) from audit_entry"));
        Assert.Equal(5, await desk.AskAsync<long>("select count(*) from change_feed"));
        var imported = await desk.SizesAsync();

        var again = Assert.IsType<ImportStopped>(await desk.LoadAsync(MadeUpFile.Of(5000))).Report;
        Assert.Equal((0, 0, 5000, 0), (again.New, again.Changed, again.Unchanged, again.RefusedRows));
        Assert.Equal(imported, await desk.SizesAsync());

        Assert.Equal(5000, Assert.IsType<ImportUndone>(await desk.UndoAsync(written.Id)).Retracted);
        Assert.Equal("", await desk.IndexAsync());
        Assert.Equal(5000, await desk.AskAsync<long>($"select count(*) from act_version_as_of((select at from import_batch where id = '{written.Id}'))"));
        Assert.Equal("undone", Assert.Single(Assert.IsType<Refused>(await desk.UndoAsync(written.Id)).Breaches).Rule);
    }

    [Fact]
    public async Task An_act_imported_and_the_same_act_entered__leave_the_same_rows_also_when_they_change()
    {
        await using var imports = await ImportDesk.OpenAsync(postgres);
        await using var entries = await ImportDesk.OpenAsync(postgres);
        const int rows = 60;
        static string Corrected(int i) => i % 3 == 0 ? $"Corrected {i}" : $"Made-up act number {i}";

        Assert.IsType<ImportWritten>(await imports.LoadAsync(MadeUpFile.Of(rows)));
        var acts = new Dictionary<string, ActWritten>();
        foreach (var row in await ReadAsync(entries, MadeUpFile.Of(rows)))
            acts[row.Key] = Assert.IsType<ActWritten>(await entries.Events.CreateAsync(new CreateAct(row.Draft), ImportDesk.Curator, $"new {row.Key}", Cancel));
        Assert.Equal(await entries.PictureAsync(), await imports.PictureAsync());

        var changed = Assert.IsType<ImportWritten>(await imports.LoadAsync(MadeUpFile.Of(rows, title: Corrected)));
        Assert.Equal((0, 20, 40), (changed.New, changed.Changed, changed.Unchanged));
        foreach (var row in (await ReadAsync(entries, MadeUpFile.Of(rows, title: Corrected))).Where(r => r.Draft.Title!.StartsWith("Corrected", StringComparison.Ordinal)))
            Assert.IsType<ActWritten>(await entries.Events.EditAsync(new EditAct(acts[row.Key].Id, 1, row.Draft), ImportDesk.Curator, $"edit {row.Key}", Cancel));
        Assert.Equal(await entries.PictureAsync(), await imports.PictureAsync());
    }

    [Fact]
    public async Task A_large_file__by_the_bulk_road__leaves_the_same_rows_and_every_order_as_it_was()
    {
        const string Built = "select 'stance_event_version_pkey'::regclass::oid::bigint";
        await using var usual = await ImportDesk.OpenAsync(postgres);
        await using var bulk = await ImportDesk.OpenAsync(postgres, new ImportLimits { BulkActs = 60 });
        var (orders, built) = (await bulk.OrdersAsync(), await bulk.AskAsync<long>(Built));

        Assert.IsType<ImportWritten>(await usual.LoadAsync(MadeUpFile.Of(60)));
        Assert.IsType<ImportWritten>(await bulk.LoadAsync(MadeUpFile.Of(60)));

        Assert.NotEqual(built, await bulk.AskAsync<long>(Built));
        Assert.Equal(orders, await bulk.OrdersAsync());
        Assert.Equal(await usual.PictureAsync(), await bulk.PictureAsync());
        Assert.Equal("origin", await bulk.AskAsync<string>("show session_replication_role"));
        // With as many acts on file, building anew is no longer the better road.
        built = await bulk.AskAsync<long>(Built);
        Assert.IsType<ImportWritten>(await bulk.LoadAsync(MadeUpFile.Received(MadeUpFile.Text(60).Replace("made-up-", "further-", StringComparison.Ordinal))));
        Assert.Equal(built, await bulk.AskAsync<long>(Built));
        Assert.Equal(120, await bulk.AskAsync<long>("select count(*) from act_version_as_of('infinity')"));
    }

    [Fact]
    public async Task A_row_that_leans_on_nothing__by_the_bulk_road__stops_the_whole_file()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres, new ImportLimits { BulkActs = 60 });
        await desk.ExecuteAsync("create table told (title text primary key); alter table stance_event_version add constraint title_told foreign key (title) references told");
        var (orders, before) = (await desk.OrdersAsync(), await desk.SizesAsync());

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LoadAsync(MadeUpFile.Of(60)));

        Assert.Contains("title_told", refused.Message, StringComparison.Ordinal);
        Assert.Equal(orders, await desk.OrdersAsync());
        Assert.Equal(before, await desk.SizesAsync());
    }

    [Fact]
    public async Task A_row_that_leans_on_the_wrong_one_of_its_file__by_the_bulk_road__stops_the_whole_file()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres, new ImportLimits { BulkActs = 60 });
        await desk.ExecuteAsync("alter table claim add constraint claim_astray foreign key (report_id) references excerpt");
        var (orders, before) = (await desk.OrdersAsync(), await desk.SizesAsync());

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => desk.LoadAsync(MadeUpFile.Of(60)));

        Assert.Equal("claim_astray", refused.ConstraintName);
        Assert.Equal(orders, await desk.OrdersAsync());
        Assert.Equal(before, await desk.SizesAsync());
    }

    [Fact]
    public async Task A_large_file__while_somebody_reads_on__takes_the_usual_road()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres, new ImportLimits { BulkActs = 60 });
        await using var reader = await desk.Database.OpenConnectionAsync(Cancel);
        await using var reading = await reader.BeginTransactionAsync(Cancel);
        await using (var hold = new Npgsql.NpgsqlCommand("lock table claim in access share mode", reader, reading))
            await hold.ExecuteNonQueryAsync(Cancel);

        Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Of(60)));

        Assert.Equal(60, await desk.AskAsync<long>("select count(*) from act_version_as_of('infinity')"));
    }

    [Fact]
    public async Task A_changed_file__shows_each_field_and_is_taken_back_to_what_was_before()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        await desk.LoadAsync(MadeUpFile.Of(30));
        var before = await desk.IndexAsync();
        var text = MadeUpFile.Text(30).Replace("made-up-4,TJK,UKR,HUM-AIDF", "made-up-4,TJK,RUS,HUM-AIDF", StringComparison.Ordinal)
            .Replace("act 7 was done", "act 7 was truly done", StringComparison.Ordinal).Replace("¶1,3,,first\nmade-up-9", "¶1,3,,second\nmade-up-9", StringComparison.Ordinal)
            .Replace("In English: number 15", "In English: the fifteenth", StringComparison.Ordinal);

        var report = await desk.TryAsync(MadeUpFile.Received(text));
        Assert.Contains(new RowDifference(6, "Made-up act number 4", "recipient", "UKR", "RUS"), report.Differences);
        Assert.Contains(report.Differences, d => d is { Row: 9, Field: "excerpt.passage", New: "As made up, act 7 was truly done." });
        Assert.Equal(new RowDifference(17, "Made-up act number 15", "excerpt.translation", "In English: number 15", "In English: the fifteenth"), Assert.Single(report.Differences, d => d.Row == 17));
        Assert.All(report.Differences, d => Assert.True(d.Row is 6 or 9 or 10 or 17));
        Assert.Equal(before, await desk.IndexAsync());

        var written = Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Received(text)));
        Assert.Equal(report.Changed, written.Changed);
        Assert.NotEqual(before, await desk.IndexAsync());
        var undone = Assert.IsType<ImportUndone>(await desk.UndoAsync(written.Id));
        Assert.Equal((0, written.Changed), (undone.Retracted, undone.Restored));
        Assert.Equal(before, await desk.IndexAsync());
        Assert.Equal(30, Assert.IsType<ImportStopped>(await desk.LoadAsync(MadeUpFile.Of(30))).Report.Unchanged);
        Assert.Equal(30, await desk.AskAsync<long>("select count(*) from claim where upper_inf(known) and rank = 'preferred'"));
    }

    [Fact]
    public async Task An_act_edited_by_hand__is_named_and_not_overwritten_by_file_or_undo()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var first = Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Of(10)));
        var act = await desk.AskAsync<Guid>("select event_id from import_key where key = 'made-up-3'");
        var stored = (await new EventReader(desk.Database).FindAsync(act, Scope.Everything, Cancel))!;
        await desk.Events.EditAsync(new EditAct(act, 1, stored.Draft with { Title = "By hand" }), ImportDesk.Curator, "hand", Cancel);
        static string Corrected(int i) => $"Corrected {i}";

        var stopped = Assert.IsType<ImportStopped>(await desk.LoadAsync(MadeUpFile.Of(10, title: Corrected))).Report;
        var breach = Assert.Single(stopped.Breaches);
        Assert.Equal((5, "edited", 9), (breach.Row, breach.Rule, stopped.Changed));
        var written = Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Of(10, title: Corrected), leaveOut: 1));
        Assert.Equal(1, written.LeftOut);
        Assert.Equal("edited", Assert.Single(await new ImportReader(desk.Database).LeftOutAsync(written.Id, Cancel)).Rule);
        Assert.Equal("By hand", await desk.AskAsync<string>($"select title from stance_event_version where event_id = '{act}' and upper_inf(known)"));

        Assert.Equal(10, Assert.IsType<UndoStopped>(await desk.UndoAsync(first.Id)).Edited.Count);
        Assert.IsType<ImportUndone>(await desk.UndoAsync(written.Id));
        var undone = Assert.IsType<ImportUndone>(await desk.UndoAsync(first.Id, leaveEdited: true));
        Assert.Equal((0, 10), (undone.Retracted, undone.Left));
    }

    [Fact]
    public async Task A_likely_duplicate__is_flagged_before_anything_is_written()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        await desk.LoadAsync(MadeUpFile.Of(3));

        var report = await desk.TryAsync(MadeUpFile.Received(MadeUpFile.Text(1).Replace("made-up-0,", "another-key,", StringComparison.Ordinal).Replace("2022-01-01", "2022-01-05", StringComparison.Ordinal)));

        Assert.Equal((2, "Made-up act number 0"), (Assert.Single(report.Duplicates).Row, report.Duplicates[0].ActTitle));
        Assert.Equal(1, report.New);
    }

    [Fact]
    public async Task Rows_that_say_the_same_within_a_week__are_shown_and_those_a_month_apart_are_not()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var lines = MadeUpFile.Text(1).TrimEnd('\n').Split('\n');
        string Again(string key, string date, string title) => lines[1].Replace("made-up-0,", key + ",", StringComparison.Ordinal)
            .Replace("2022-01-01", date, StringComparison.Ordinal).Replace("Made-up act number 0", title, StringComparison.Ordinal);

        var report = await desk.TryAsync(MadeUpFile.Received(string.Join('\n',
            [.. lines, Again("b", "2022-01-08", "made-up ACT: number 0"), Again("c", "2022-01-16", "Made-up act number 0"), Again("d", "2022-01-02", "Another made-up act")])));

        Assert.Equal(new AlikeRow(3, "made-up ACT: number 0", 2), Assert.Single(report.Alike));
        Assert.Equal((4, 0), (report.New, report.RefusedRows));
    }

    [Fact]
    public async Task A_key_given_twice_and_a_source_graded_twice__are_named()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var text = MadeUpFile.Text(9).Replace("made-up-5,", "made-up-2,", StringComparison.Ordinal).Replace("Made-up paper 0,A,Made-up report 2", "made-up PAPER 0,B,Made-up report 2", StringComparison.Ordinal);

        var report = await desk.TryAsync(MadeUpFile.Received(text));

        Assert.Equal([(7, "twice"), (9, "twice")], report.Breaches.Select(b => (b.Row, b.Rule)));
        Assert.Contains("row 4", report.Breaches[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_codebook__leaves_new_acts_to_be_taken_back_and_stops_the_undo_of_changed_ones()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var first = Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Of(10)));
        var changed = Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Received(MadeUpFile.Text(2).Replace("Made-up act", "Corrected act", StringComparison.Ordinal))));
        using var feed = new ActFeed(desk.Database, desk.Registers, new ActColumnsReader(desk.Database), NullLogger<ActFeed>.Instance);
        await feed.LoadAsync(Cancel);
        var codebooks = new CodebookWriter(desk.Database, desk.Pipeline, desk.Registers, feed, TimeProvider.System);
        var draft = CodebookDraft.Of(feed.Register.Codebook) with { Version = "1.1", Note = "Wider", Sigma = 5 };
        Assert.IsType<CodebookPublished>(await codebooks.PublishAsync(draft, Actor.Console, "c1", Cancel));

        Assert.Equal(2, Assert.IsType<UndoStopped>(await desk.UndoAsync(changed.Id)).Edited.Count);
        Assert.Equal(8, Assert.IsType<ImportUndone>(await desk.UndoAsync(first.Id, leaveEdited: true)).Retracted);
        Assert.Equal(2, await desk.AskAsync<long>("select count(*) from act_version_as_of(now()) where codebook_version = '1.1'"));
    }

    [Fact]
    public async Task A_cancelled_import__leaves_no_trace()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var before = await desk.SizesAsync();
        foreach (var moment in new[] { "Checking", "Writing: Acts", "Writing: Collections" })
        {
            using var stop = new CancellationTokenSource();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.LoadAsync(MadeUpFile.Of(500), progress: new At(moment, stop.Cancel), cancel: stop.Token));
        }

        Assert.Equal(before, await desk.SizesAsync());
        Assert.Equal(0, await desk.AskAsync<long>("select (select count(*) from import_batch) + (select count(*) from import_key) + (select count(*) from audit_entry) + (select count(*) from command_log)"));
    }

    [Fact]
    public async Task A_repeated_key__gets_the_first_answer_and_another_file_is_refused()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var first = Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Of(5), key: "k"));

        Assert.Equal(first with { Replayed = true }, await desk.LoadAsync(MadeUpFile.Of(5), key: "k"));
        Assert.IsType<KeyReused>(await desk.LoadAsync(MadeUpFile.Of(6), key: "k"));
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Imports.TryAsync(MadeUpFile.Of(1), null!, Actor.Token(Guid.NewGuid(), "x", Role.Analyst), null, Cancel));
    }

    private static async Task<List<CheckedRow>> ReadAsync(ImportDesk desk, ReceivedFile file)
    {
        var reading = new RowReading(
            TableFile.Headers(file.Content, ImportLimits.Usual), await desk.MappingAsync(file), await desk.Registers.ReadAsync(Cancel),
            new Dictionary<string, (string, string)>(), new DateOnly(2030, 1, 1));
        return [.. TableFile.Rows(file.Content, ImportLimits.Usual).Select(reading.Read)];
    }

    private sealed class At(string doing, Action act) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Doing == doing)
                act();
        }
    }
}
