using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Tests.Imports;
using Stance.Events;
using Stance.Testing;

namespace Stance.Data.Tests.Events;

public sealed class BulkEditTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<BulkField, string?> Changes { get; } = new()
    {
        { BulkField.Recipient, "RUS" },
        { BulkField.Recipient, null },
        { BulkField.Precision, "month" },
        { BulkField.Credibility, "4" },
        { BulkField.AddCollection, "second" },
        { BulkField.RemoveCollection, "first" },
        { BulkField.Retract, null },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task One_command_over_many__leaves_the_rows_that_as_many_corrections_leave(BulkField field, string? value)
    {
        await using var bulk = await ImportDesk.OpenAsync(postgres);
        await using var single = await ImportDesk.OpenAsync(postgres);
        var (many, each) = (await EnterAsync(bulk), await EnterAsync(single));
        var change = new BulkChange(field, value);

        var written = Assert.IsType<BulkWritten>(await EditAsync(bulk, change, many, "k"));
        var reason = $"Together with {written.Acts.Count - 1} other acts: Seen again.";
        foreach (var current in await StoredAsync(single, each))
        {
            if (field == BulkField.Retract)
                Assert.IsType<ActWritten>(await single.Events.RetractAsync(new RetractAct(current.Id, 1, reason), ImportDesk.Curator, $"{current.Id}", Cancel));
            else if (change.Changes(current.Draft))
                Assert.IsType<ActWritten>(await single.Events.EditAsync(new EditAct(current.Id, 1, change.Of(current.Draft).Draft!, reason), ImportDesk.Curator, $"{current.Id}", Cancel));
        }

        Assert.Equal(await single.PictureAsync(), await bulk.PictureAsync());
        Assert.Equal(await single.AskAsync<string>(Reasons), await bulk.AskAsync<string>(Reasons));
        Assert.Equal(many.Count - written.Unchanged, written.Acts.Count);
    }

    [Fact]
    public async Task Once_per_key__with_an_audit_line_for_each_act_in_a_chain_that_holds()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var acts = await EnterAsync(desk);
        var change = new BulkChange(BulkField.Recipient, "RUS");
        var before = await desk.AskAsync<long>("select count(*) from audit_entry");

        var first = Assert.IsType<BulkWritten>(await EditAsync(desk, change, acts, "k"));
        var again = Assert.IsType<BulkWritten>(await EditAsync(desk, change, acts, "k"));

        Assert.True(again.Replayed);
        Assert.Equal(first.Acts, again.Acts);
        Assert.Equal(before + 1 + first.Acts.Count, await desk.AskAsync<long>("select count(*) from audit_entry"));
        Assert.Equal(first.Acts.Select(a => $"act:{a.Id}").Order(), (await desk.AskAsync<string>(
            $"select string_agg(subject, ' ' order by subject) from audit_entry where details ->> 'bulk' = '{first.Id}'")).Split(' '));
        Assert.True((await new AuditReader(desk.Database).CheckAsync(Cancel)).Holds);
        Assert.Equal(2, await desk.AskAsync<long>($"select count(distinct country_code) from change_feed where subject = 'bulk:{first.Id}'"));
        Assert.IsType<KeyReused>(await EditAsync(desk, change with { Value = "BLR" }, acts, "k"));
    }

    [Fact]
    public async Task As_many_as_may_be__are_taken_by_one_command()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        await desk.LoadAsync(MadeUpFile.Of(BulkChange.MostActs));
        var acts = (await desk.AskAsync<string>("select string_agg(id::text, ' ') from stance_event")).Split(' ').Select(Guid.Parse).ToList();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var written = Assert.IsType<BulkWritten>(await EditAsync(desk, new BulkChange(BulkField.Credibility, "5"), acts, "k"));

        TestContext.Current.SendDiagnosticMessage($"{acts.Count} acts in {clock.Elapsed.TotalSeconds:0.00} s");
        Assert.Equal(acts.Count, written.Acts.Count + written.Unchanged);
        Assert.Equal(written.Acts.Count, await desk.AskAsync<long>("select count(*) from stance_event_version where version = 2"));
        Assert.Equal(1, await desk.AskAsync<long>("select count(distinct xmin::text) from stance_event_version where version = 2"));
    }

    [Fact]
    public async Task One_act_moved_on__refuses_all_and_says_which()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var acts = await EnterAsync(desk);
        var stored = (await StoredAsync(desk, acts))[3];
        await desk.Events.EditAsync(new EditAct(stored.Id, 1, stored.Draft with { Title = "Edited meanwhile" }), ImportDesk.Curator, "meanwhile", Cancel);
        var before = await desk.SizesAsync();

        var conflict = Assert.IsType<BulkConflict>(await EditAsync(desk, new BulkChange(BulkField.Recipient, "RUS"), acts, "k"));

        Assert.Equal("Edited meanwhile", Assert.Single(conflict.Moved).Draft.Title);
        Assert.Equal(before, await desk.SizesAsync());
    }

    [Fact]
    public async Task One_act_breaks_a_rule__refuses_all_and_the_preview_says_the_same()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var acts = await EnterAsync(desk);
        var change = new BulkChange(BulkField.Recipient, "KAZ");
        var before = await desk.SizesAsync();

        var (preview, _) = await ReaderOf(desk).PreviewAsync(acts, change, Scope.Everything, Cancel);
        var refused = Assert.IsType<BulkRefused>(await EditAsync(desk, change, acts, "k"));

        Assert.Equal("self", Assert.Single(Assert.Single(refused.Rows).Breaches).Rule);
        Assert.Equal("KAZ", refused.Rows[0].Current.Country.Value);
        Assert.Equal(refused.Rows[0].Current.Id, Assert.Single(preview, r => r.Breaches.Count > 0).Current.Id);
        Assert.Equal(acts.Count, preview.Count);
        Assert.Equal(before, await desk.SizesAsync());
        Assert.Empty((await ReaderOf(desk).PreviewAsync(acts, change, Scope.Nothing, Cancel)).Rows);
    }

    [Fact]
    public async Task Two_bulk_edits_of_the_same_acts_at_once__one_is_made()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var acts = await EnterAsync(desk);
        var backwards = acts.Reverse().ToList();

        var outcomes = await Task.WhenAll(
            EditAsync(desk, new BulkChange(BulkField.Recipient, "RUS"), acts, "a"),
            EditAsync(desk, new BulkChange(BulkField.Recipient, "BLR"), backwards, "b"));

        Assert.Single(outcomes.OfType<BulkWritten>());
        Assert.Single(outcomes.OfType<BulkConflict>());
    }

    [Fact]
    public async Task Without_reason_role_acts_or_sense__nothing_is_written()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var acts = await EnterAsync(desk);
        var writer = new BulkWriter(desk.Pipeline, desk.Registers);
        var change = new BulkChange(BulkField.Recipient, "RUS");
        IReadOnlyList<ActAtVersion> seen = [.. acts.Select(a => new ActAtVersion(a, 1))];
        var before = await desk.SizesAsync();

        Assert.Equal("reason", await FieldAsync(new BulkEdit(seen, change, " ")));
        Assert.Equal("acts", await FieldAsync(new BulkEdit([], change, "Why")));
        Assert.Equal("acts", await FieldAsync(new BulkEdit([seen[0], seen[0]], change, "Why")));
        Assert.Equal("acts", await FieldAsync(new BulkEdit([.. Enumerable.Range(0, 501).Select(_ => new ActAtVersion(Guid.NewGuid(), 1))], change, "Why")));
        foreach (var senseless in new BulkChange[] { new(BulkField.Recipient, "XXX"), new(BulkField.Precision, "week"), new(BulkField.Credibility, "7"), new(BulkField.AddCollection, "none"), new((BulkField)99, null) })
            Assert.Matches("^(value|field)$", await FieldAsync(new BulkEdit(seen, senseless, "Why")));
        Assert.IsType<Missing>(await writer.EditAsync(new BulkEdit([.. seen, new(Guid.NewGuid(), 1)], change, "Why"), ImportDesk.Curator, "m", Cancel));
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.EditAsync(new BulkEdit(seen, change, "Why"), Actor.Token(Guid.NewGuid(), "t", Role.Analyst), "n", Cancel));
        Assert.Equal(before, await desk.SizesAsync());

        async Task<string> FieldAsync(BulkEdit command) =>
            Assert.Single(Assert.IsType<Refused>(await writer.EditAsync(command, ImportDesk.Curator, Guid.NewGuid().ToString(), Cancel)).Breaches).Field;
    }

    private const string Reasons = "select string_agg(concat_ws('|', title, version, reason), E'\\n' order by title, version) from stance_event_version";

    private static BulkReader ReaderOf(ImportDesk desk) => new(desk.Database, desk.Registers, TimeProvider.System);

    private static Task<WriteOutcome> EditAsync(ImportDesk desk, BulkChange change, IReadOnlyList<Guid> acts, string key) =>
        new BulkWriter(desk.Pipeline, desk.Registers).EditAsync(new BulkEdit([.. acts.Select(a => new ActAtVersion(a, 1))], change, " Seen again. "), ImportDesk.Curator, key, Cancel);

    private static async Task<IReadOnlyList<StoredEvent>> StoredAsync(ImportDesk desk, IReadOnlyList<Guid> acts)
    {
        var reader = new EventReader(desk.Database);
        var stored = new List<StoredEvent>();
        foreach (var act in acts)
            stored.Add((await reader.FindAsync(act, Scope.Everything, Cancel))!);
        return stored;
    }

    /// <summary>Acts of every make a correction has to keep: dated otherwise, scored by hand, judged with a reason, with a further report, in collections.</summary>
    internal static async Task<IReadOnlyList<Guid>> EnterAsync(ImportDesk desk)
    {
        var plain = new StanceEventDraft
        {
            Country = "UZB",
            Recipient = "UKR",
            Type = "HUM-AIDF",
            Date = "2022-03-14",
            Title = "Plain",
            Source = new(Name: "A source of the test", Reliability: "B"),
            Report = new("A report", null, "2022-07-24", "en"),
            Excerpt = new("A passage"),
            Credibility = 2,
            Collections = ["first"],
        };
        StanceEventDraft[] drafts =
        [
            plain,
            plain with { Title = "Of Kazakhstan", Country = "KAZ", Collections = [] },
            plain with { Title = "Within days", Date = null, From = "2022-03-03", To = "2022-03-20", Precision = "interval", ScoredOn = "2022-03-09" },
            plain with { Title = "Judged", Confidence = 0.5, ConfidenceReason = "One pilot told it", Intensity = 4.5, IntensityReason = "Small" },
            plain with { Title = "By hand", Overrides = [new("RUW", -3, "Meant otherwise")], Note = "A note" },
            plain with
            {
                Title = "Told twice",
                Collections = ["first", "second"],
                FurtherClaims = [new ClaimDraft { Source = new(Name: "Another source", Reliability: "C"), Report = new("Another report", null, "2022-07-25", "en"), Credibility = 3, Statement = "Otherwise", ContradictsPreferred = true }],
            },
            plain with { Title = "Toward Russia", Recipient = "RUS" },
        ];
        var acts = new List<Guid>();
        foreach (var draft in drafts)
            acts.Add(Assert.IsType<ActWritten>(await desk.Events.CreateAsync(new CreateAct(draft), ImportDesk.Curator, draft.Title!, Cancel)).Id);
        return acts;
    }
}
