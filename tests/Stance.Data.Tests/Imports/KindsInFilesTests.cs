using Microsoft.Extensions.Logging.Abstractions;
using Stance.Acts;
using Stance.Codebook;
using Stance.Data.Acts;
using Stance.Data.Events;
using Stance.Data.Imports;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Recoding;
using Stance.Testing;

namespace Stance.Data.Tests.Imports;

/// <summary>Files follow the codebook in force: kinds it has added come in, kinds it has withdrawn do not, and acts that are of one are corrected as before.</summary>
public sealed class KindsInFilesTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kind_a_draft_has_added__comes_in_by_file_as_by_form__once_it_is_published()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var file = Rows(("TEC-SHAR", "3"), ("Shares technology", "4"), ("TEC-SHAR", "one"));
        Assert.Equal(3, (await desk.TryAsync(file)).Breaches.Count(b => b is { Field: "type", Rule: "unknown" }));
        await PublishAsync(desk);

        var refused = Assert.Single((await desk.TryAsync(Again(file))).Breaches);
        var written = Assert.IsType<ImportWritten>(await desk.LoadAsync(Again(file), leaveOut: 1));

        Assert.Equal((4, "number", "Attributes.count"), (refused.Row, refused.Rule, refused.Column));
        Assert.Equal((2, 1), (written.New, written.LeftOut));
        Assert.Equal("TEC-SHAR|default|1.1|3|3", await desk.AskAsync<string>("select concat_ws('|', type_code, variant, codebook_version, intensity, attributes ->> 'count') from stance_event_version where title = 'Row 0'"));
        var act = await desk.AskAsync<Guid>("select event_id from stance_event_version where title = 'Row 0'");
        var draft = (await new EventReader(desk.Database).FindAsync(act, Scope.Everything, Cancel))!.Draft;
        var typed = Assert.IsType<ActWritten>(await desk.Events.CreateAsync(new CreateAct(draft with { Title = "Typed" }), ImportDesk.Curator, "typed", Cancel));
        Assert.Equal(await ScoresAsync(desk, typed.Id), await ScoresAsync(desk, act));
        Assert.NotEmpty(await ScoresAsync(desk, act));
    }

    [Fact]
    public async Task A_row_of_a_withdrawn_kind__is_refused_with_the_rule__and_the_act_that_is_of_it_is_corrected()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Of(1)));
        await PublishAsync(desk);

        var report = await desk.TryAsync(MadeUpFile.Of(3));
        var corrected = Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Of(1, title: _ => "Corrected")));

        // Row 2 is the act on file, row 3 of another kind, row 4 would be a new act of the kind withdrawn.
        var breach = Assert.Single(report.Breaches);
        Assert.Equal((4, "type", "withdrawn", "HUM-AIDF"), (breach.Row, breach.Field, breach.Rule, breach.Value));
        Assert.Contains("is withdrawn from the codebook", breach.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (corrected.Changed, corrected.New));
        Assert.Equal("HUM-AIDF|1.1|Corrected", await desk.AskAsync<string>("select concat_ws('|', type_code, codebook_version, title) from stance_event_version where upper_inf(known)"));
    }

    [Fact]
    public async Task A_file_taken_back__under_a_newer_codebook__leaves_what_a_person_had_judged()
    {
        const string Judged = "select concat_ws('|', version, title, codebook_version, intensity, coded_codebook, coded_intensity) from stance_event_version where upper_inf(known)";
        await using var desk = await ImportDesk.OpenAsync(postgres);
        Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Of(1)));
        await PublishAsync(desk, codebook => CodebookDraft.Of(codebook) with { Note = "Shipments count for less", Variants = [new("HUM-AIDF", "default", 1, 0, 6, 0.9)] });
        var before = await desk.AskAsync<string>(Judged);
        Assert.Matches(@"^2\|.*\|1\.1\|1\|1\.0\|[2-9]", before);

        var changed = Assert.IsType<ImportWritten>(await desk.LoadAsync(MadeUpFile.Of(1, title: _ => "Wrong")));
        Assert.IsType<ImportUndone>(await desk.UndoAsync(changed.Id));

        Assert.Equal("4" + before[1..], await desk.AskAsync<string>(Judged));
    }

    private static Task PublishAsync(ImportDesk desk) => PublishAsync(desk, codebook => CodebookDraft.Of(codebook) with
    {
        Note = "Technology counts, single shipments do not",
        Kinds =
        [
            codebook.Find("HUM-AIDF")! with { IsWithdrawn = true },
            new("TEC-SHAR", "Shares technology", "Technology", "Hands over technology", "A plan is handed over", [new("default", "Shares technology", 3, 1, 5, 0.7, true, false)],
                [new("count", "Count", AttributeKind.WholeNumber, "plans", 1, 1e6, Required: true)], new CodeMapping("COOPERATE economic", "near")),
        ],
    });

    private static async Task PublishAsync(ImportDesk desk, Func<CodebookVersion, CodebookDraft> change)
    {
        using var feed = new ActFeed(desk.Database, desk.Registers, new ActColumnsReader(desk.Database), NullLogger<ActFeed>.Instance);
        await feed.LoadAsync(Cancel);
        Assert.IsType<CodebookPublished>(await new CodebookWriter(desk.Database, desk.Pipeline, desk.Registers, feed, TimeProvider.System)
            .PublishAsync(change(feed.Register.Codebook) with { Version = "1.1" }, Actor.Console, "kinds", Cancel));
    }

    /// <summary>A file with a column for the own field of the new kind.</summary>
    private static ReceivedFile Rows(params (string Kind, string Count)[] rows)
    {
        var lines = MadeUpFile.Text(rows.Length, title: i => $"Row {i}").TrimEnd('\n').Split('\n');
        string[] filled =
        [
            lines[0].Replace("Attributes.cargo", "Attributes.count", StringComparison.Ordinal),
            .. rows.Select((row, i) =>
            {
                var cells = lines[i + 1].Split(',');
                (cells[2], cells[3], cells[6], cells[7]) = ("UKR", row.Kind, "", row.Count);
                return string.Join(',', cells);
            }),
        ];
        return MadeUpFile.Received(string.Join('\n', filled));
    }

    private static ReceivedFile Again(ReceivedFile file)
    {
        file.Content.Position = 0;
        return file;
    }

    private static Task<string> ScoresAsync(ImportDesk desk, Guid act) => desk.AskAsync<string>(
        $"select coalesce(string_agg(concat_ws('|', axis_code, base_score, pole_weight, expectation, score), ' ' order by axis_code), '') from scored_act where event_id = '{act}'");
}
