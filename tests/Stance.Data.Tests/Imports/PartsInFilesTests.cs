using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Events;
using Stance.Data.Imports;
using Stance.Imports;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Imports;

/// <summary>Files bring acts that are parts of an act of several states: the rows of a whole share a key, and one of them says what it is called.</summary>
public sealed class PartsInFilesTests(PostgresFixture postgres)
{
    private const string Wholes = "select coalesce(string_agg(p.title || ': ' || (select string_agg(country_code, ' ' order by country_code) from act_version_as_of(now()) v where v.parent_id = p.id), '; ' order by p.title), '') from parent_act p";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_of_one_whole__taken_once__sent_again__added_to__and_taken_back()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        // The title stands in the last of its rows; one row is bad, one is nobody's part.
        var file = Rows(("KAZ", "p", ""), ("UZB", "p", ""), ("TJK", "q", ""), ("BLR", "", ""), ("KGZ", "p", "They stay neutral"));
        var breach = Assert.Single((await desk.TryAsync(file)).Breaches);
        Assert.Equal((4, "Parent", "parent", "q", "unknown"), (breach.Row, breach.Column, breach.Field, breach.Value, breach.Rule));
        Assert.Equal("", await desk.AskAsync<string>(Wholes));
        Assert.IsType<ImportStopped>(await desk.LoadAsync(Again(file)));
        Assert.Equal("0|0", await desk.AskAsync<string>("select concat_ws('|', (select count(*) from parent_act), (select count(*) from stance_event))"));

        var written = Assert.IsType<ImportWritten>(await desk.LoadAsync(Again(file), leaveOut: 1));
        Assert.Equal((4, 1), (written.New, written.LeftOut));
        Assert.Equal("They stay neutral: KAZ KGZ UZB", await desk.AskAsync<string>(Wholes));
        Assert.Equal(4, await desk.AskAsync<long>("select count(*) from act_score_as_of(now()) where axis_code = 'RUW'"));

        var again = Assert.IsType<ImportStopped>(await desk.LoadAsync(Again(file), leaveOut: 1)).Report;
        Assert.Equal((0, 0, 4), (again.New, again.Changed, again.Unchanged));

        // A later file adds to it by its key alone; whoever is a part counts once.
        var later = Rows("later", ("TJK", "p", ""), ("UZB", "p", ""), ("TKM", "p", "Another title"));
        var stopped = (await desk.TryAsync(later)).Breaches;
        Assert.Equal([(3, "country", "twice"), (4, "parent.title", "onFile")], stopped.Select(b => (b.Row, b.Field, b.Rule)).Order());
        Assert.IsType<ImportWritten>(await desk.LoadAsync(Again(later), leaveOut: 2));
        Assert.Equal("They stay neutral: KAZ KGZ TJK UZB", await desk.AskAsync<string>(Wholes));

        // What leaves the whole shows as a difference.
        var moved = await desk.TryAsync(Rows(("KAZ", "", "")));
        Assert.Equal((1, 0), (moved.Changed, moved.New));
        Assert.Contains(new RowDifference(2, "Act of KAZ", "parent", "They stay neutral", ""), moved.Differences);

        Assert.Equal(4, Assert.IsType<ImportUndone>(await desk.UndoAsync(written.Id)).Retracted);
        Assert.Equal("They stay neutral: TJK", await desk.AskAsync<string>(Wholes));
    }

    [Fact]
    public async Task A_whole_taken_back__may_be_called_anew__and_keeps_its_old_title_for_whoever_asks_about_then()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var wrong = Assert.IsType<ImportWritten>(await desk.LoadAsync(Rows(("KAZ", "p", "They stray neutral"), ("UZB", "p", ""))));
        var then = await desk.AskAsync<Guid>("select id from parent_act");
        Assert.IsType<ImportUndone>(await desk.UndoAsync(wrong.Id));

        Assert.IsType<ImportWritten>(await desk.LoadAsync(Rows(("KAZ", "p", "They stay neutral"), ("UZB", "p", ""))));

        Assert.Equal("They stay neutral: KAZ UZB", await desk.AskAsync<string>($"{Wholes} where p.id <> '{then}'"));
        var whole = (await new TogetherReader(desk.Database, TimeProvider.System).FindAsync(then, Scope.Everything, AsOf.Now, Cancel))!;
        Assert.Equal(("They stray neutral", 0, 2), (whole.Title, whole.Parts.Count, whole.TakenBack));
    }

    [Fact]
    public async Task A_file_and_the_form__of_the_same_act_of_several_states__leave_the_same_rows__by_either_road()
    {
        const string Said = "select string_agg(concat_ws('|', v.country_code, v.title, (select p.title from parent_act p where p.id = v.parent_id), v.is_scored, (select string_agg(concat_ws(' ', axis_code, score, weight), ',' order by axis_code) from scored_act s where s.event_id = v.event_id)), ' ' order by v.country_code) from stance_event_version v";
        await using var usual = await ImportDesk.OpenAsync(postgres);
        await using var bulk = await ImportDesk.OpenAsync(postgres, new ImportLimits { BulkActs = 3 });
        await using var form = await ImportDesk.OpenAsync(postgres);
        (string, string, string)[] rows = [("KAZ", "p", "They stay neutral"), ("UZB", "p", ""), ("KGZ", "p", "")];
        const string Title = "Stays neutral";

        Assert.IsType<ImportWritten>(await usual.LoadAsync(Rows("made", rows, Title)));
        Assert.IsType<ImportWritten>(await bulk.LoadAsync(Rows("made", rows, Title)));
        var draft = (await new EventReader(usual.Database).FindAsync(await usual.AskAsync<Guid>("select event_id from stance_event_version where country_code = 'KAZ'"), Scope.Everything, Cancel))!.Draft;
        Assert.IsType<TogetherWritten>(await form.Events.CreateTogetherAsync(
            new(draft with { Also = ["UZB", "KGZ"], Whole = "They stay neutral", Parent = null, Source = draft.Source! with { Id = null } }), ImportDesk.Curator, "typed", Cancel));

        Assert.Equal(await form.AskAsync<string>(Said), await usual.AskAsync<string>(Said));
        Assert.Equal(await usual.AskAsync<string>(Said), await bulk.AskAsync<string>(Said));
    }

    private static ReceivedFile Rows(params (string Country, string Whole, string Title)[] rows) => Rows("made", rows);

    private static ReceivedFile Rows(string keys, params (string Country, string Whole, string Title)[] rows) => Rows(keys, rows, null);

    private static ReceivedFile Rows(string keys, (string Country, string Whole, string Title)[] rows, string? title) => MadeUpFile.Received(string.Join('\n',
    [
        "Key,Who acts,Toward whom,Kind of act,Date,Title,Parent,Parent.title,Source,Reliability,Report title,Published on,Passage,Credibility",
        .. rows.Select((row, i) => $"{keys}-{row.Country},{row.Country},RUS,DIP-NEUT,2022-02-24,{title ?? $"Act of {row.Country}"},{row.Whole},{row.Title},A paper,B,A report,2022-07-24,They stay neutral.,2"),
    ]));

    private static ReceivedFile Again(ReceivedFile file)
    {
        file.Content.Position = 0;
        return file;
    }
}
