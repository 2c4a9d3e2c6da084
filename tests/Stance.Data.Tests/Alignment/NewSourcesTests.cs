using Dapper;
using Stance.Acts;
using Stance.Countries;
using Stance.Coverage;
using Stance.Data.Amounts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Data.Variations;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Alignment;

/// <summary>A source of the sample is entered in the register as read since May, as if curators had begun with it then.</summary>
public sealed class NewSourcesTests(PostgresFixture postgres)
{
    private static readonly CountryCode Kaz = new("KAZ");

    private static readonly ViewState Counts = new() { Countries = [Kaz], Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)) };

    private static readonly ViewState Waits = Counts with { NewSources = NewSources.Wait };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_read_since_May__its_acts_wait_when_asked_and_count_again_once_it_is_coded_back()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var paper = acts.Feed.Register.Sources.Single(s => s.Value.Contains("Wall Street", StringComparison.Ordinal)).Key;
        var before = AsOf.At(DateTimeOffset.UtcNow);
        var asItStood = Line(acts, Counts);
        Assert.Empty(acts.Alignment.Read(Counts, Scope.Everything).Sources.New);
        Assert.Equal(asItStood, Line(acts, Waits));

        await EnterAsync(acts, paper, 0, "2022-05-03", null);
        var entered = AsOf.At(DateTimeOffset.UtcNow);
        var (counting, waiting) = (acts.Alignment.Read(Counts, Scope.Everything), acts.Alignment.Read(Waits, Scope.Everything));
        Assert.Equal(new SourceReading(paper, new DateOnly(2022, 5, 3), null), Assert.Single(counting.Sources.New).Reading);
        Assert.Equal((0, 0), (counting.Sources.Waiting, counting.Sources.LeftOut));
        Assert.Equal(asItStood, Line(acts, Counts));
        Assert.Equal(counting.Sources.OfNew.Count, waiting.Sources.Waiting);
        Assert.Equal(counting.Countries[0].Marks.Where(m => !counting.Sources.OfNew.Contains(m.Id)).Select(m => m.Id), waiting.Countries[0].Marks.Select(m => m.Id));

        // Wherever acts are counted or listed, they are the same ones.
        var without = Counts with { Without = [paper] };
        Assert.NotEqual(asItStood, Line(acts, Waits));
        Assert.Equal(Line(acts, Waits)[^1], counting.Sources.LevelIfWaiting);
        Assert.Null(waiting.Sources.LevelIfWaiting);
        Assert.Equal(Line(acts, Waits), Line(acts, without));
        var leftOut = Assert.Single(new WhatIfReader(acts.Feed, TimeProvider.System).Read(Counts with { WhatIf = new WhatIf { LeftOut = [paper] } }, Scope.Everything).Countries);
        Assert.Equal(leftOut.Assumed.Index, Line(acts, Waits));
        var robust = await new RobustnessReader(acts.Feed, TimeProvider.System).ReadAsync(Waits, Kaz, Scope.Everything, Cancel);
        Assert.Equal(Line(acts, Waits)[^1] - Line(acts, Waits)[0], robust!.Move.Change, 1e-9);
        foreach (var view in new[] { Counts, Waits, without })
        {
            var list = await acts.Acts.ListAsync(view, Scope.Everything, 500, null, Cancel, onlySpeaking: true);
            Assert.Equal(acts.Alignment.Count(view, Scope.Everything), list.Acts.Count);
        }
        Assert.DoesNotContain((await acts.Acts.ListAsync(Counts with { Without = [SourceName.VoteRecord] }, Scope.Everything, 500, null, Cancel)).Acts, a => a.Id.IsVote);
        var amounts = new AmountReader(acts.Database, acts.Feed, TimeProvider.System);
        Assert.True((await amounts.ReadAsync(Waits, Scope.Everything, Cancel)).Choices.Sum(c => c.Acts) < (await amounts.ReadAsync(Counts, Scope.Everything, Cancel)).Choices.Sum(c => c.Acts));

        // New in a line is what begins inside it, as the register told it then.
        Assert.Empty(acts.Alignment.Read(Waits with { Period = new Period(new DateOnly(2022, 5, 3), new DateOnly(2022, 7, 24)) }, Scope.Everything).Sources.New);
        Assert.Equal(asItStood, Line(acts, Waits with { AsOf = before }));

        await EnterAsync(acts, paper, 1, "2022-05-03", "2022-01-01");
        Assert.Equal(asItStood, Line(acts, Waits));
        Assert.Equal(0, acts.Alignment.Read(Waits, Scope.Everything).Sources.Waiting);
        Assert.Equal(leftOut.Assumed.Index, Line(acts, Waits with { AsOf = entered }));
        var kept = (await new KeptRegisterReader(acts.Database).SourcesAsync(Cancel)).Single(s => s.Id == paper);
        Assert.Equal((new DateOnly(2022, 5, 3), new DateOnly(2022, 1, 1)), (kept.Facts.ReadSince, kept.Facts.CodedBackTo));
        Assert.Equal([(new DateOnly(2022, 5, 3), null), (null, null)], kept.Earlier.Select(e => (e.Facts.ReadSince, e.Facts.CodedBackTo)));
    }

    [Fact]
    public async Task An_act_an_older_source_tells_of_too__does_not_wait()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var paper = acts.Feed.Register.Sources.Single(s => s.Value.Contains("Wall Street", StringComparison.Ordinal)).Key;
        await EnterAsync(acts, paper, 0, "2022-05-03", null);
        var waiting = acts.Alignment.Read(Waits, Scope.Everything).Sources;
        await using var connection = await acts.Database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync("""
            with s as (insert into source (name, reliability) values ('Second Paper', 'B') returning id),
            r as (insert into report (source_id, title, published_on) select id, 'It did', '2022-07-25' from s returning id),
            c as (insert into claim (country_code, event_id, known, rank, credibility, statement, report_id)
              select 'KAZ', @id, tstzrange(clock_timestamp(), null), 'normal', 2, 'It did', id from r)
            insert into change_feed (country_code, what) values ('KAZ', 'act')
            """, new { waiting.OfNew.First(a => !a.IsVote).Id });
        await acts.Feed.RefreshAsync(Cancel);

        Assert.Equal(waiting.Waiting - 1, acts.Alignment.Read(Waits, Scope.Everything).Sources.Waiting);
        var list = await acts.Acts.ListAsync(Waits, Scope.Everything, 500, null, Cancel, onlySpeaking: true);
        Assert.Equal(acts.Alignment.Count(Waits, Scope.Everything), list.Acts.Count);
    }

    private static double[] Line(LoadedActs acts, ViewState view) => acts.Alignment.Read(view, Scope.Everything).Countries[0].Line.Index;

    private static async Task EnterAsync(LoadedActs acts, Guid source, int version, string since, string? back)
    {
        var writer = new SourceWriter(new CommandPipeline(acts.Database, new AuditWriter(TimeProvider.System), TimeProvider.System), TimeProvider.System);
        var command = new CorrectSource(source, version, new(acts.Feed.Register.SourceNameOf(source), "B", null, since, back), "Read since May");
        Assert.IsType<SourceCorrected>(await writer.CorrectAsync(command, Actor.Token(Guid.NewGuid(), "tests", Role.Curator), Guid.NewGuid().ToString("N"), Cancel));
        await acts.Feed.RefreshAsync(Cancel);
    }
}
