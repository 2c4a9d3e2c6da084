using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Explanation;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Explanation;
using Stance.Recoding;
using Stance.Registers;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Recoding;

public sealed class CodebookWriterTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.Console;
    private static readonly Period Days = new(new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31));
    private LoadedActs acts = null!;
    private CodebookWriter writer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        acts = await LoadedActs.OpenAsync(postgres);
        writer = new CodebookWriter(
            acts.Database, new CommandPipeline(acts.Database, new AuditWriter(TimeProvider.System), TimeProvider.System),
            new RegisterReader(acts.Database), acts.Feed, TimeProvider.System);
    }

    public async ValueTask DisposeAsync() => await acts.DisposeAsync();

    private static CodebookDraft Draft(ActSnapshot from) => CodebookDraft.Of(from.Register.Codebook) with
    {
        Version = "1.1",
        Note = "Hosting says more than travelling, abstaining more than nothing",
        Sigma = 5,
        PriorStrength = 3,
        Variants =
        [
            new("DIP-VISI", "default", 4, 2, 6, 0.9),
            new("DIP-UNV", "abstain", -1, -2, 1, 1),
        ],
        Weights = [new("RUW", "CSTO", -2)],
    };

    private static Dictionary<(string, CountryCode), double[]> Lines(ActSnapshot snapshot, AsOf asOf)
    {
        var then = snapshot.At(asOf);
        return snapshot.Register.Axes.Keys.SelectMany(axis => snapshot.Columns.CountriesOn(axis).Select(c => (axis, c))).ToDictionary(
            k => k,
            k => AlignmentIndex.Compute(
                then.Columns.Slice(new ViewState { Axis = k.axis, AsOf = asOf }, k.c).Evidence, then.Register.Prior(k.axis, k.c), Days,
                then.Parameters(HalfLife.Default)).Index.ToArray());
    }

    [Fact]
    public async Task Publish__every_line__is_as_previewed_and_known_before_stays_to_the_last_digit()
    {
        var before = acts.Feed.Snapshot;
        var known = AsOf.At(DateTimeOffset.UtcNow);
        var old = Lines(before, known);
        var (preview, count, refused) = await writer.TryAsync(Draft(before), Administrator, Cancel);
        Assert.Null(refused);
        Assert.Equal("1.0", (await new RegisterReader(acts.Database).ReadAsync(Cancel)).Codebook.Version);

        var written = Assert.IsType<CodebookPublished>(await writer.PublishAsync(Draft(before), Administrator, "k1", Cancel));

        var after = acts.Feed.Snapshot;
        Assert.Equal("1.1", after.Register.Codebook.Version);
        Assert.Equal(count, written.Acts);
        var (said, shown) = (Lines(preview!, AsOf.Now), Lines(after, AsOf.Now));
        Assert.Equal(said.Keys.ToHashSet(), shown.Keys.ToHashSet());
        Assert.All(shown, line => Assert.All(line.Value.Zip(said[line.Key]), d => Assert.Equal(d.Second, d.First, 9)));
        Assert.Contains(shown, line => line.Key == ("RUW", new CountryCode("KAZ")) && Math.Abs(line.Value[^1] - old[line.Key][^1]) > 0.01);
        var replayed = Lines(after, known);
        Assert.All(old, line => Assert.Equal(line.Value, replayed[line.Key]));
        Assert.Equal(("1.0", 4.0, 2.0), after.At(known).Register.Codebook is var then ? (then.Version, then.Sigma, then.PriorStrength) : default);
    }

    [Fact]
    public async Task Publish__a_weight_for_a_kind_of_tie_that_had_none__moves_its_holders_as_previewed_and_makes_allies()
    {
        var (registers, kazakhstan, day) = (new RegisterReader(acts.Database), new CountryCode("KAZ"), new DateOnly(2022, 7, 24));
        var pipeline = new CommandPipeline(acts.Database, new AuditWriter(TimeProvider.System), TimeProvider.System);
        Assert.IsType<GroupWritten>(await new GroupWriter(pipeline).AddAsync(
            new(GroupRegister.TieKind, new("PACT", "Pact of the test", "yes"), "A record of the test"), Administrator, "pact", Cancel));
        Assert.IsType<SpellWritten>(await new SpellWriter(pipeline, TimeProvider.System).AddAsync(
            new(SpellRegister.Tie, new("KAZ", "PACT", "2022-01-01", null, "A treaty of the test")), Administrator, "tie", Cancel));
        await acts.Feed.RefreshAsync(Cancel);
        var before = acts.Feed.Snapshot;
        var (old, start) = (Lines(before, AsOf.Now), before.Register.Prior("CNW", kazakhstan).On(day));
        Assert.Equal(0, before.Register.Ties.AllySide("CNW", kazakhstan, day));
        var draft = CodebookDraft.Of(before.Register.Codebook) with { Version = "1.1", Note = "The pact binds", Weights = [new("CNW", "PACT", -2)] };
        var (preview, _, refused) = await writer.TryAsync(draft, Administrator, Cancel);
        Assert.Null(refused);

        Assert.IsType<CodebookPublished>(await writer.PublishAsync(draft, Administrator, "k1", Cancel));

        var after = acts.Feed.Snapshot;
        Assert.Equal([.. before.Register.Ties.AllWeights, new PriorWeight("CNW", "PACT", -2, null)], after.Register.Ties.AllWeights.OrderBy(w => w.Kind == "PACT"));
        Assert.Equal(start - 2, after.Register.Prior("CNW", kazakhstan).On(day));
        Assert.Equal(-1, after.Register.Ties.AllySide("CNW", kazakhstan, day));
        var (said, shown) = (Lines(preview!, AsOf.Now), Lines(after, AsOf.Now));
        Assert.All(shown, line => Assert.All(line.Value.Zip(said[line.Key]), d => Assert.Equal(d.Second, d.First, 9)));
        Assert.True(shown[("CNW", kazakhstan)][^1] < old[("CNW", kazakhstan)][^1]);
        Assert.All(old.Where(line => line.Key != ("CNW", kazakhstan)), line => Assert.Equal(line.Value, shown[line.Key]));
    }

    [Fact]
    public async Task Publish__back_to_the_old_numbers__gives_the_old_scores_back()
    {
        var before = acts.Feed.Snapshot;
        var old = Lines(before, AsOf.Now);
        Assert.IsType<CodebookPublished>(await writer.PublishAsync(Draft(before), Administrator, "k1", Cancel));
        var (first, second) = (before.Register, acts.Feed.Register);
        var back = CodebookDraft.Of(second.Codebook) with
        {
            Version = "1.2",
            Note = "Back again",
            Sigma = 4,
            PriorStrength = 2,
            Variants = [.. first.Codebook.Types.SelectMany(t => t.Variants.Select(v => VariantNumbers.Of(t, v)))],
            Weights = [new("RUW", "CSTO", -3)],
        };

        Assert.IsType<CodebookPublished>(await writer.PublishAsync(back, Administrator, "k2", Cancel));

        var now = Lines(acts.Feed.Snapshot, AsOf.Now);
        Assert.All(old, line => Assert.Equal(line.Value, now[line.Key]));
    }

    [Fact]
    public async Task Publish__words_fields_and_kinds__are_read_back_as_drafted_and_no_line_moves()
    {
        var before = acts.Feed.Snapshot;
        var old = Lines(before, AsOf.Now);
        var codebook = before.Register.Codebook;
        var visit = codebook.Find("DIP-VISI")!;
        var draft = CodebookDraft.Of(codebook) with
        {
            Version = "1.1",
            Note = "Other words",
            Kinds =
            [
                visit with
                {
                    Name = "Travels to",
                    IsWithdrawn = true,
                    MappingNote = "Rank is left out",
                    Variants = [visit.Variants[0] with { Label = "Travels" }],
                    Attributes = [.. visit.Attributes, new("train", "Way of travel", AttributeKind.Choice, Choices: ["air", "rail"], Sums: false)],
                },
                new("TEC-SHAR", "Shares technology", "Technology", "Hands over technology", "A plan is handed over", [new("default", "Shares technology", 3, 1, 5, 0.7, true, false)],
                    [new("count", "Count", AttributeKind.WholeNumber, "plans", 1, 1e6, Required: true)], new CodeMapping("COOPERATE economic", "near")),
            ],
        };

        Assert.IsType<CodebookPublished>(await writer.PublishAsync(draft, Administrator, "k1", Cancel));

        var after = acts.Feed.Snapshot;
        Assert.True(CodebookDiff.Between(draft.Over(codebook), [], after.Register.Codebook, [], after.Register).IsEmpty);
        Assert.Equal("Technology", after.Register.Codebook.Families.Single(f => f.Code == "TEC").Name);
        Assert.True(after.Register.Codebook.Find("DIP-VISI")!.IsWithdrawn);
        Assert.False(after.Register.Codebooks[0].Codebook.Find("DIP-VISI")!.IsWithdrawn);
        var now = Lines(after, AsOf.Now);
        Assert.All(old, line => Assert.Equal(line.Value, now[line.Key]));
    }

    [Fact]
    public async Task Publish__a_field_that_acts_use_is_taken_away__is_refused_with_their_number()
    {
        var codebook = acts.Feed.Register.Codebook;
        var count = await AskAsync<long>("select count(distinct event_id) from stance_event_version where type_code = 'HUM-AIDF' and attributes -> 'tonnes' is distinct from 'null' and attributes ? 'tonnes'");
        Assert.True(count > 0);
        var aid = codebook.Find("HUM-AIDF")!;
        var draft = CodebookDraft.Of(codebook) with { Version = "1.1", Note = "Shorter", Kinds = [aid with { Attributes = [.. aid.Attributes.Where(a => a.Key != "tonnes")] }] };

        var refused = Assert.IsType<Refused>(await writer.PublishAsync(draft, Administrator, "k1", Cancel));

        Assert.Equal("kinds.HUM-AIDF.fields.tonnes.removed", Assert.Single(refused.Breaches).Field);
        Assert.Equal("1.0", acts.Feed.Register.Codebook.Version);
    }

    [Fact]
    public async Task Publish__same_key_twice__is_written_once_and_a_second_draft_of_the_old_version_is_refused()
    {
        var draft = Draft(acts.Feed.Snapshot);
        await writer.PublishAsync(draft, Administrator, "k1", Cancel);

        Assert.True(Assert.IsType<CodebookPublished>(await writer.PublishAsync(draft, Administrator, "k1", Cancel)).Replayed);
        Assert.Equal("moved", Assert.IsType<Refused>(await writer.PublishAsync(draft with { Version = "1.2" }, Administrator, "k2", Cancel)).Breaches[0].Rule);
        Assert.Equal(2, await AskAsync<long>("select count(*) from codebook_version"));
    }

    [Fact]
    public async Task Publish__two_at_once__one_wins()
    {
        var draft = Draft(acts.Feed.Snapshot);
        var outcomes = await Task.WhenAll(
            writer.PublishAsync(draft, Administrator, "k1", Cancel), writer.PublishAsync(draft with { Version = "2.0" }, Administrator, "k2", Cancel));

        Assert.Single(outcomes.OfType<CodebookPublished>());
        Assert.Single(outcomes.OfType<Refused>());
    }

    [Fact]
    public async Task Publish__by_a_curator__is_refused() => await Assert.ThrowsAsync<NotAllowedException>(() => writer.PublishAsync(
        Draft(acts.Feed.Snapshot), Actor.Person(Guid.NewGuid(), "Bo", Role.Curator), "k1", Cancel));

    [Fact]
    public async Task Publish__acts_and_roll_calls__stand_once_under_the_new_codebook()
    {
        var sum = "select count(*) from act_score_as_of(now())";
        var old = await AskAsync<long>(sum);

        await writer.PublishAsync(Draft(acts.Feed.Snapshot), Administrator, "k1", Cancel);

        Assert.Equal(old, await AskAsync<long>(sum));
        Assert.Equal(0, await AskAsync<long>("select count(*) from act_score_as_of(now()) where codebook_version <> '1.1'"));
        Assert.Equal(0, await AskAsync<long>("select count(*) from stance_event_version where upper_inf(known) and coded_codebook is distinct from '1.0'"));
    }

    [Fact]
    public async Task Explanation__between_before_and_after__is_scored_anew_and_sums()
    {
        var from = AsOf.At(DateTimeOffset.UtcNow);
        var draft = Draft(acts.Feed.Snapshot);
        await writer.PublishAsync(draft, Administrator, "k1", Cancel);
        var day = new DateOnly(2022, 7, 24);
        var reader = new ChangeExplanationReader(acts.Feed, new ActNameReader(acts.Database, TimeProvider.System), TimeProvider.System, NullLogger<ChangeExplanationReader>.Instance);

        var report = await reader.ReadAsync(
            new ViewState { Why = new ChangeSpan(new CountryCode("KAZ"), new Period(day, day), new KnownSpan(from, AsOf.Now)) }, Scope.Everything, Cancel);

        Assert.Equal(report.Change.Change, report.Change.Parts.Sum(p => p.Change), 1e-9);
        Assert.NotEqual(0, report.Change.Sum(ChangeKind.Recoded));
        Assert.NotEqual(0, report.Change.Sum(ChangeKind.StartingValue));
        Assert.Equal(0, report.Change.Sum(ChangeKind.Revised));
        Assert.Equal(acts.Alignment.Read(new ViewState { Countries = [new("KAZ")], Period = new Period(day, day), AsOf = from }, Scope.Everything).Countries[0].Line.Last.Index, report.From.Index, 1e-9);
        Assert.Equal(acts.Alignment.Read(new ViewState { Countries = [new("KAZ")], Period = new Period(day, day) }, Scope.Everything).Countries[0].Line.Last.Index, report.To.Index, 1e-9);
    }

    [Fact]
    public async Task Preview__counts_the_acts_and_lines_that_move_and_those_that_stay()
    {
        var before = acts.Feed.Snapshot;
        var draft = CodebookDraft.Of(before.Register.Codebook) with { Version = "1.1", Note = "Travelling", Variants = [new("DIP-VISI", "default", 4, 1, 4, 1)] };
        var (after, _, _) = await writer.TryAsync(draft, Administrator, Cancel);

        var preview = CodebookPreview.Of(before, after!, new DateOnly(2022, 12, 31));

        Assert.Equal("DIP-VISI", Assert.Single(preview.Kinds).Type);
        // The delegation's journey to Kazakhstan is an act of its own.
        Assert.Equal(["KAZ", "USA"], preview.Moves.Select(m => m.Country.Value).Distinct().Order());
        Assert.True(preview.Still > 190);
        var move = preview.Moves.Single(m => m.Axis.Code == "RUW");
        Assert.Equal(new DateOnly(2022, 6, 17), move.LargestOn);
        Assert.Equal(Lines(after!, AsOf.Now)[("RUW", new CountryCode("KAZ"))][^1], move.After, 9);
    }

    private async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = await acts.Database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<T>(sql);
    }
}
