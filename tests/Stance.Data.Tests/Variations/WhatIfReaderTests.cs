using Dapper;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Variations;
using Stance.Testing;
using Stance.Variations;
using Stance.ViewStates;

namespace Stance.Data.Tests.Variations;

public sealed class WhatIfReaderTests(PostgresFixture postgres)
{
    private static readonly CountryCode Kaz = new("KAZ");

    private static readonly ViewState Article = new()
    {
        Countries = [Kaz],
        Collections = ["wsj-2022-07-24"],
        Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("words:0", ActForm.Deeds)]
    [InlineData("deeds:0", ActForm.Words)]
    public async Task Read__one_form_without_weight__is_the_line_of_the_other(string assumed, ActForm left)
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var country = Assert.Single(Reader(acts).Read(Article with { WhatIf = WhatIf.Parse(assumed) }, Scope.Everything).Countries);

        Assert.Equal(0.6923, country.Base.Last.Index, 0.00005);
        Assert.Equal(acts.Alignment.Read(Article with { Form = left }, Scope.Everything).Countries[0].Line.Index, country.Assumed.Index);
    }

    [Fact]
    public async Task Read__whatever_the_view_assumes__the_line_that_counts_stays()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var assumed = new WhatIf(0.5, 2, 0) { IsWithoutExpectation = true, LeftOut = [SourceName.VoteRecord] };

        var line = acts.Alignment.Read(Article with { WhatIf = assumed, Compare = [Guid.NewGuid()] }, Scope.Everything).Countries[0].Line;

        Assert.Equal(acts.Alignment.Read(Article, Scope.Everything).Countries[0].Line.Index, line.Index);
    }

    [Fact]
    public async Task Read__outside_the_scope__no_country_and_no_order()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var report = Reader(acts).Read(Article with { WhatIf = new WhatIf(1) }, Scope.Nothing);

        Assert.Empty(report.Countries);
        Assert.Equal(0, report.World.Countries);
        Assert.Empty(Reader(acts).Choices(Article, Scope.Nothing).Sources);
    }

    [Fact]
    public async Task Columns__carry_expectation_evidence_and_sources()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var columns = acts.Feed.Columns;
        var article = columns.Slice(Article, Kaz);
        var rows = Enumerable.Range(0, article.Count).Select(i => article[i]).ToList();

        // An ally of Moscow that declares neutrality: +1 for what it withholds, and nothing else.
        var neutral = Assert.Single(rows, a => columns.Types[a.Type] == "DIP-NEUT");
        Assert.Equal((1, 1f, (byte)70), (neutral.Score, neutral.Expectation, neutral.Evidence));
        Assert.All(rows.Where(a => columns.Types[a.Type] == "DIP-VISI"), a => Assert.Equal((0f, (byte)100), (a.Expectation, a.Evidence)));
        Assert.All(rows, a => Assert.Contains(
            columns.SourceSets[a.SourceSet].At(AsOf.Now.KnownAt), s => acts.Feed.Register.SourceNameOf(s).Contains(a.IsVote ? "official record" : "Wall Street", StringComparison.Ordinal)));
        var votes = columns.Slice(new ViewState { Collections = ["unga-es11"] }, Kaz);
        Assert.All(Enumerable.Range(0, votes.Count).Select(i => votes[i]).Where(a => a.IsVote), a => Assert.Equal((byte)100, a.Evidence));
        Assert.Contains(Enumerable.Range(0, votes.Count).Select(i => votes[i]), a => a.IsVote && a is { Score: 1, Expectation: 1 });
    }

    [Fact]
    public async Task Columns__after_an_edit_of_claims__follow_it_and_earlier_knowledge_stays()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var article = acts.Feed.Columns.Slice(Article, Kaz);
        var act = Enumerable.Range(0, article.Count).Select(i => article[i])
            .First(a => !a.IsVote && acts.Feed.Columns.SourceSets[a.SourceSet].At(AsOf.Now.KnownAt).Count() == 1);
        var before = AsOf.At(DateTimeOffset.UtcNow);
        await using var connection = await acts.Database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync("""
            with s as (insert into source (name, reliability) values ('Second Paper', 'B') returning id),
            r as (insert into report (source_id, title, published_on) select id, 'It did', '2022-07-25' from s returning id),
            c as (insert into claim (country_code, event_id, known, rank, credibility, statement, report_id)
              select 'KAZ', @id, tstzrange(clock_timestamp() + interval '1 microsecond', null), 'normal', 2, 'It did', id from r)
            insert into change_feed (country_code, what) values ('KAZ', 'act')
            """, new { act.Id });

        await acts.Feed.RefreshAsync(Cancel);

        var fresh = acts.Feed.Columns.Slice(Article, Kaz);
        var again = Enumerable.Range(0, fresh.Count).Select(i => fresh[i]).Single(a => a.Id == act.Id);
        var set = acts.Feed.Columns.SourceSets[again.SourceSet];
        Assert.Equal(2, set.At(AsOf.Now.KnownAt).Count());
        Assert.Single(set.At(before.KnownAt));
        Assert.Contains(set.At(AsOf.Now.KnownAt), s => acts.Feed.Register.SourceNameOf(s) == "Second Paper");
        Assert.Contains(Reader(acts).Choices(Article, Scope.Everything).Sources, s => s is { Name: "Second Paper", Acts: 1, Alone: 0 });
    }

    [Fact]
    public async Task Read__the_newspaper_left_out__is_the_change_without_it_that_the_badge_tells()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var report = await new RobustnessReader(acts.Feed, TimeProvider.System).ReadAsync(Article, Kaz, Scope.Everything, Cancel);

        foreach (var change in report!.Sources)
        {
            var source = acts.Feed.Register.Sources.Single(s => s.Value == change.Source).Key;
            var line = Assert.Single(Reader(acts).Read(Article with { WhatIf = new WhatIf { LeftOut = [source] } }, Scope.Everything).Countries).Assumed;
            Assert.Equal(change.Change, line.Last.Index - line.Index[0], 1e-9);
        }
    }

    [Fact]
    public async Task Compare__the_codebook_first__then_each_scenario_with_its_own_half_life_and_the_order_of_all_countries()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var view = Article with { Collections = [], Countries = [Kaz, new CountryCode("BLR")], HalfLife = HalfLife.Parse("30") };
        Scenario[] scenarios = [Named("Same", null, "180"), Named("Slow", null, "365"), Named("No votes", WhatIf.Parse("without:votes"), "180")];

        var comparison = Reader(acts).Compare(view, Scope.Everything, scenarios);

        Assert.Equal([null, "Same", "Slow", "No votes"], comparison.Outcomes.Select(o => o.Scenario?.Name));
        Assert.Equal(["Belarus", "Kazakhstan"], comparison.Base.Lines.Select(l => l.Country.Name));
        var asItStands = acts.Alignment.Read(view with { HalfLife = HalfLife.Default }, Scope.Everything).Countries;
        Assert.Equal(asItStands.Select(c => c.Line.Last.Index), comparison.Base.Lines.Select(l => l.Level));
        Assert.Equal(comparison.Base.Lines.Select(l => l.Level), comparison.Outcomes[1].Lines.Select(l => l.Level));
        Assert.Equal(1, comparison.Outcomes[1].Order!.Rank!.Value, 1e-12);
        Assert.True(comparison.Outcomes[1].Order!.Countries > 150);
        var slow = acts.Alignment.Read(view with { HalfLife = HalfLife.Parse("365") }, Scope.Everything).Countries;
        Assert.Equal(slow.Select(c => c.Line.Last.Index), comparison.Outcomes[2].Lines.Select(l => l.Level));
        Assert.InRange(comparison.Outcomes[3].Order!.Rank!.Value, -1, 0.999);
    }

    private static WhatIfReader Reader(LoadedActs acts) => new(acts.Feed, TimeProvider.System);

    private static Scenario Named(string name, WhatIf? assumed, string halfLife) =>
        new(Guid.NewGuid(), name, assumed, HalfLife.Parse(halfLife), false, Guid.NewGuid(), "Ana", DateTimeOffset.UnixEpoch);
}
