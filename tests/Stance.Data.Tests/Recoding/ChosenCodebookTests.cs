using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.Explanation;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Data.Variations;
using Stance.Events;
using Stance.Explanation;
using Stance.Recoding;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Recoding;

/// <summary>A view that names a version of the codebook: every act as that version would score it, whenever it was known.</summary>
public sealed class ChosenCodebookTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.Console;
    private static readonly Period Days = new(new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31));
    private static readonly CountryCode Kazakhstan = new("KAZ");
    private LoadedActs acts = null!;
    private RegisterReader registers = null!;
    private CommandPipeline pipeline = null!;
    private CodebookWriter writer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        acts = await LoadedActs.OpenAsync(postgres);
        registers = new RegisterReader(acts.Database);
        pipeline = new CommandPipeline(acts.Database, new AuditWriter(TimeProvider.System), TimeProvider.System);
        writer = new CodebookWriter(acts.Database, pipeline, registers, acts.Feed, TimeProvider.System);
    }

    public async ValueTask DisposeAsync() => await acts.DisposeAsync();

    private CodebookDraft Draft => CodebookDraft.Of(acts.Feed.Register.Codebook) with
    {
        Version = "1.1",
        Note = "Hosting says more than travelling, abstaining more than nothing",
        Sigma = 5,
        PriorStrength = 3,
        Variants = [new("DIP-VISI", "default", 4, 2, 6, 0.9), new("DIP-UNV", "abstain", -1, -2, 1, 1), new("HUM-AIDF", "default", 3, 2, 6, 0.8)],
        Weights = [new("RUW", "CSTO", -2)],
    };

    /// <summary>Every line there is, through the reader that pages, files and the API call.</summary>
    private Dictionary<(string, CountryCode), double[]> Lines(string? codebook = null, AsOf asOf = default) => acts.Feed.Register.Axes.Keys.SelectMany(axis =>
        acts.Alignment.Read(
            new ViewState { Axis = axis, Codebook = codebook, AsOf = asOf, Period = Days, Countries = [.. acts.Feed.Columns.CountriesOn(axis)] }, Scope.Everything)
            .Countries.Select(c => (Key: (axis, c.Country.Code), c.Line.Index)))
        .ToDictionary(l => l.Key, l => l.Index.ToArray());

    private static Dictionary<(string, CountryCode), double[]> Lines(ActSnapshot snapshot) => snapshot.Register.Axes.Keys
        .SelectMany(axis => snapshot.Columns.CountriesOn(axis).Select(c => (axis, c))).ToDictionary(
            k => k,
            k => AlignmentIndex.Compute(
                snapshot.Columns.Slice(new ViewState { Axis = k.axis }, k.c).Evidence, snapshot.Register.Prior(k.axis, k.c), Days, snapshot.Parameters(HalfLife.Default))
                .Index.ToArray());

    private static void Same(Dictionary<(string, CountryCode), double[]> expected, Dictionary<(string, CountryCode), double[]> found)
    {
        Assert.Equal(expected.Keys.ToHashSet(), found.Keys.ToHashSet());
        Assert.All(expected, line => Assert.All(line.Value.Zip(found[line.Key]), d => Assert.Equal(d.First, d.Second, 1e-9)));
    }

    [Fact]
    public async Task Lines__under_the_old_codebook__are_those_before_the_new_one_and_under_the_new_one_at_an_old_day_those_previewed()
    {
        var old = Lines();
        var known = AsOf.At(DateTimeOffset.UtcNow);
        var earlier = AsOf.EndOf(new DateOnly(2022, 4, 30));
        var then = Lines(asOf: earlier);
        var (preview, _, _) = await writer.TryAsync(Draft, Administrator, Cancel);
        Assert.IsType<CodebookPublished>(await writer.PublishAsync(Draft, Administrator, "k1", Cancel));

        Same(old, Lines("1.0"));
        Same(then, Lines("1.0", earlier));
        Same(Lines(preview!), Lines("1.1"));
        Same(Lines(), Lines("1.1"));
        Same(Lines(preview!), Lines("1.1", known));
        Assert.Contains(Lines("1.1", earlier), line => Math.Abs(line.Value[^1] - then[line.Key][^1]) > 0.01);
    }

    [Fact]
    public async Task Lines__after_an_act_is_withdrawn__follow_under_every_codebook()
    {
        await writer.PublishAsync(Draft, Administrator, "k1", Cancel);
        var before = Lines("1.0");
        var (id, version) = await AskAsync<(Guid, int)>("select event_id, version from stance_event_version where type_code = 'HUM-AIDF' and country_code = 'KAZ' and upper_inf(known) and is_scored order by 1 limit 1");

        Assert.IsType<ActWritten>(await new EventWriter(pipeline, registers).RetractAsync(new RetractAct(id, version, "Reported twice"), Administrator, "k2", Cancel));
        await acts.Feed.RefreshAsync(Cancel);

        var kept = Lines("1.0");
        await acts.Feed.LoadAsync(Cancel);
        Same(Lines("1.0"), kept);
        Assert.NotEqual(before[("RUW", Kazakhstan)][^1], kept[("RUW", Kazakhstan)][^1]);
    }

    [Fact]
    public async Task An_act_of_an_added_kind__is_left_out_under_the_older_codebook_and_one_of_a_withdrawn_kind_counts_under_both()
    {
        var (old, codebook) = (Lines(), acts.Feed.Register.Codebook);
        var draft = CodebookDraft.Of(codebook) with
        {
            Version = "1.1",
            Note = "Technology counts, aid by plane does not",
            Kinds =
            [
                codebook.Find("HUM-AIDF")! with { IsWithdrawn = true },
                new("TEC-SHAR", "Shares technology", "Technology", "Hands over technology", "A plan is handed over", [new("default", "Shares technology", 3, 1, 5, 0.7, true, false)],
                    [], new CodeMapping("COOPERATE economic", "near")),
            ],
        };
        Assert.IsType<CodebookPublished>(await writer.PublishAsync(draft, Administrator, "k1", Cancel));
        // The kind that is withdrawn took no act away from any line.
        Same(old, Lines());
        var act = new StanceEventDraft
        {
            Country = "KAZ",
            Recipient = "UKR",
            Type = "TEC-SHAR",
            Date = "2022-03-14",
            Title = "Hands over a plan",
            Source = new(Name: "A source of the test", Reliability: "B"),
            Report = new("A report", null, "2022-07-24", "en"),
            Excerpt = new("A passage"),
            Credibility = 2,
        };
        var events = new EventWriter(pipeline, registers);
        var written = Assert.IsType<ActWritten>(await events.CreateAsync(new CreateAct(act), Administrator, "k2", Cancel));
        Assert.Equal("withdrawn", Assert.Single(Assert.IsType<Refused>(await events.CreateAsync(new CreateAct(act with { Type = "HUM-AIDF" }), Administrator, "k3", Cancel)).Breaches).Rule);
        await acts.Feed.RefreshAsync(Cancel);

        Assert.NotEqual(old[("RUW", Kazakhstan)][^1], Lines()[("RUW", Kazakhstan)][^1]);
        Same(Lines(), Lines("1.1"));
        Same(old, Lines("1.0"));
        Assert.Contains((await ListAsync("1.1")).Acts, a => a.Id.Id == written.Id);
        Assert.DoesNotContain((await ListAsync("1.0")).Acts, a => a.Id.Id == written.Id && a.Scores.Count > 0);
        Assert.Contains((await ListAsync("1.0")).Acts, a => a.Type == "HUM-AIDF" && a.Scores.Count > 0);

        Task<ActList> ListAsync(string version) => acts.Acts.ListAsync(new ViewState { Codebook = version, Countries = [Kazakhstan], Period = Days }, Scope.Everything, 500, null, Cancel);
    }

    [Fact]
    public async Task Explanation__under_one_codebook__sums_and_nothing_is_recoded()
    {
        var from = AsOf.At(DateTimeOffset.UtcNow);
        await writer.PublishAsync(Draft, Administrator, "k1", Cancel);
        var reader = new ChangeExplanationReader(acts.Feed, new ActNameReader(acts.Database, TimeProvider.System), TimeProvider.System, NullLogger<ChangeExplanationReader>.Instance);
        var view = new ViewState
        {
            Codebook = "1.0",
            Why = new ChangeSpan(Kazakhstan, new Period(new DateOnly(2022, 2, 24), new DateOnly(2022, 7, 24)), new KnownSpan(from, AsOf.Now)),
        };

        var change = (await reader.ReadAsync(view, Scope.Everything, Cancel)).Change;

        Assert.Equal(change.Change, change.Parts.Sum(p => p.Change), 1e-9);
        Assert.Equal((0.0, 0.0), (change.Sum(ChangeKind.Recoded), change.Sum(ChangeKind.Revised)));
        var line = Lines("1.0")[("RUW", Kazakhstan)];
        Assert.Equal(line[new DateOnly(2022, 7, 24).DayOfYear - 1] - line[new DateOnly(2022, 2, 24).DayOfYear - 1], change.Change, 1e-9);
    }

    [Fact]
    public async Task What_if__under_a_chosen_codebook__starts_from_its_line()
    {
        await writer.PublishAsync(Draft, Administrator, "k1", Cancel);
        var view = new ViewState { Codebook = "1.0", Countries = [Kazakhstan], Period = Days, WhatIf = new WhatIf(1, 1, 1) };

        var report = new WhatIfReader(acts.Feed, TimeProvider.System).Read(view, Scope.Everything);

        var old = Lines("1.0")[("RUW", Kazakhstan)];
        Assert.Equal(old[^1], report.Countries[0].Base.Index[^1], 1e-9);
        Assert.Equal("1.0", report.Codebook.Version);
        Assert.NotEqual(old[^1], report.Countries[0].Assumed.Index[^1], 1e-3);
    }

    [Fact]
    public async Task List__under_a_chosen_codebook__tells_and_sorts_its_scores()
    {
        var old = (await acts.Acts.ListAsync(new ViewState(), Scope.Everything, 500, null, Cancel)).Acts.ToDictionary(a => a.Id, a => (a.Scores["RUW"], a.Weight));
        await writer.PublishAsync(Draft, Administrator, "k1", Cancel);
        var view = new ViewState { Codebook = "1.0", Order = ActOrder.ScoreDescending };

        var (all, cursor) = (new List<ActItem>(), (string?)null);
        do
        {
            var page = await acts.Acts.ListAsync(view, Scope.Everything, 100, cursor, Cancel);
            (all, cursor) = ([.. all, .. page.Acts], page.Next);
        }
        while (cursor is not null);

        Assert.Equal(all.Count, all.DistinctBy(a => a.Id).Count());
        Assert.All(all.Where(a => old.ContainsKey(a.Id)), a => Assert.Equal(old[a.Id], (a.Scores["RUW"], a.Weight)));
        var scores = all.Where(a => a.Scores.ContainsKey("RUW")).Select(a => a.Scores["RUW"]).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.True(all.Count(a => old.ContainsKey(a.Id)) >= old.Count);
    }

    private async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = await acts.Database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<T>(sql);
    }
}
