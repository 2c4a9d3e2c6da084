using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Variations;
using Stance.ViewStates;

namespace Stance.Tests.Variations;

public sealed class WhatIfLineTests
{
    private static readonly Period Months = new(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24));
    private static readonly CountryCode Kaz = new("KAZ");
    private static readonly string[] Kinds = ["DIP-UNV", "DIP-VISI", "HUM-AIDF"];
    private static readonly Guid Paper = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly Guid Agency = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058");

    private static readonly SourceSet[] Sources =
    [
        SourceSet.None, Of(SourceName.VoteRecord), Of(Paper), Of(Agency), Of(Paper, Agency),
        new([new KnownSource(Paper), new KnownSource(Agency, new DateTime(2022, 6, 1).Ticks)]),
    ];

    private sealed record Case(IReadOnlyList<ActRow> Acts, double Prior)
    {
        private ActColumns Columns => new(
            new Dictionary<(string, CountryCode), ActSeries> { [("RUW", Kaz)] = new ActSeries(Acts) }, Kinds, [new HashSet<string>()], ["1.0"], Sources, 1);

        public AlignmentLine Base => AlignmentIndex.Compute(Columns.Slice(new ViewState(), Kaz).Evidence, PriorSteps.Constant(Prior), Months, new IndexParameters(HalfLife.Default));

        public AlignmentLine Line(WhatIf assumed, AsOf asOf = default) => WhatIfLine.Compute(
            Columns.Slice(new ViewState(), Kaz), Assumptions.Of(assumed, Columns, asOf), PriorSteps.Constant(Prior), Months, new IndexParameters(HalfLife.Default));
    }

    [Fact]
    public void Compute__every_factor_one__is_the_line_as_it_stands()
    {
        var acts = AnyCase(1, prior: -4);
        var ones = new WhatIf(PriorStrength: 2)
        {
            Scores = new Dictionary<string, double> { ["DIP"] = 1, ["HUM-AIDF"] = 1 },
            Evidence = new Dictionary<int, double> { [100] = 1, [70] = 1 },
            LeftOut = [],
        };

        Same(acts.Base.Index, acts.Line(new WhatIf()).Index);
        Same(acts.Base.Index, acts.Line(ones).Index);
    }

    [Fact]
    public void Compute__all_base_scores_by_three_quarters_from_zero__is_three_quarters_exactly()
    {
        var acts = AnyCase(2, prior: 0);
        var scaled = new WhatIf { Scores = new Dictionary<string, double> { ["DIP"] = 0.75, ["HUM"] = 0.75 } };

        Same([.. acts.Base.Index.Select(i => 0.75 * i)], acts.Line(scaled).Index);
        Same(
            [.. acts.Line(scaled with { Scores = new WhatIf().Scores, Words = 0.5, Deeds = 1.5, PriorStrength = 1 }).Index.Select(i => 0.75 * i)],
            acts.Line(scaled with { Words = 0.5, Deeds = 1.5, PriorStrength = 1 }).Index);
    }

    [Fact]
    public void Compute__all_base_scores_by_three_quarters__from_a_starting_value__all_but_its_share()
    {
        var acts = AnyCase(2, prior: -4);
        var fromZero = acts with { Prior = 0 };
        var scaled = new WhatIf().WithScore("DIP", 0.75).WithScore("HUM", 0.75);

        var shrinkage = acts.Base.Index.Zip(fromZero.Base.Index, (with, without) => with - without);
        Same([.. acts.Base.Index.Zip(shrinkage, (i, own) => (0.75 * (i - own)) + own)], acts.Line(scaled).Index);
    }

    [Fact]
    public void Compute__all_weights_and_the_strength_by_one_factor__changes_no_level()
    {
        var acts = AnyCase(3, prior: -4);

        Same(acts.Base.Index, acts.Line(new WhatIf(3, 1.5, 1.5)).Index);
        Same(acts.Base.Index, acts.Line(new WhatIf(3) { Evidence = new Dictionary<int, double> { [100] = 1.5, [70] = 1.5, [20] = 1.5 } }).Index);
    }

    [Fact]
    public void Compute__a_form_or_a_class_of_evidence_without_weight__is_the_line_of_the_others()
    {
        var acts = AnyCase(4, prior: -4);

        Same((acts with { Acts = [.. acts.Acts.Where(a => !a.IsDeed)] }).Base.Index, acts.Line(new WhatIf(Deeds: 0)).Index);
        Same((acts with { Acts = [.. acts.Acts.Where(a => a.Evidence != 70)] }).Base.Index, acts.Line(new WhatIf().WithEvidence(70, 0)).Index);
    }

    [Fact]
    public void Compute__one_word_and_one_deed_of_the_last_day__the_mean_worked_by_hand()
    {
        var acts = new Case([Act(4, 1, isDeed: false), Act(-8, 0.5, isDeed: true)], -2);

        // k0 1 at −2, words 0.5 at +4, deeds 0.5 × 2 at −8: (−2 + 2 − 8) / 2.5
        Assert.Equal(-3.2, acts.Line(new WhatIf(1, 0.5, 2)).Last.Index, 1e-12);
    }

    [Fact]
    public void Compute__a_kind_of_act__its_own_factor_stands_in_place_of_its_familys_and_ends_at_the_scale()
    {
        var acts = new Case([Act(-6, 1, kind: 1)], 0);

        // k0 2 at 0, one act of weight 1.
        Assert.Equal(-1, acts.Line(new WhatIf().WithScore("DIP", 0.5)).Last.Index, 1e-12);
        Assert.Equal(-3, acts.Line(new WhatIf().WithScore("DIP", 0.5).WithScore("DIP-VISI", 1.5)).Last.Index, 1e-12);
        Assert.Equal(-10 / 3.0, acts.Line(new WhatIf().WithScore("DIP-VISI", 2)).Last.Index, 1e-12);
        Assert.Equal(-2, acts.Line(new WhatIf().WithScore("HUM", 0)).Last.Index, 1e-12);
    }

    [Theory]
    [InlineData(1, 1f, false, 1)]
    [InlineData(1, 1f, true, 0)]
    [InlineData(-1, -1f, true, 0)]
    [InlineData(10, 0.5f, true, 9.5)]
    [InlineData(5, 0f, true, 5)]
    public void Compute__an_ally_abstains__its_point_goes_with_the_expectation(double score, float expectation, bool isOff, double left)
    {
        var acts = new Case([Act(score, 1, expectation: expectation)], 0);

        Assert.Equal(left / 3, acts.Line(new WhatIf { IsWithoutExpectation = isOff }).Last.Index, 1e-12);
    }

    [Fact]
    public void Compute__an_abstention_by_half__keeps_the_whole_expectation()
    {
        var acts = new Case([Act(1, 1, expectation: 1)], 0);

        Assert.Equal(1 / 3.0, acts.Line(new WhatIf().WithScore("DIP", 0.5)).Last.Index, 1e-12);
    }

    [Fact]
    public void Compute__a_source_left_out__is_the_change_without_that_source()
    {
        var acts = AnyCase(5, prior: -4);
        var ordered = acts.Acts.OrderBy(a => a.Day).ToList();
        var move = new MoveCase(
            [.. ordered.Select(a => new MoveAct(a.Day, a.Score, a.Weight, a.Type))], Kinds.Length, Months.From, Months.To, -4, -4, new IndexParameters(HalfLife.Default));

        var without = LeaveOneSourceOut.Of(move, [.. ordered.Select(a => (IReadOnlySet<string>)Sources[a.SourceSet].At(AsOf.Now.KnownAt).Select(SourceName.Print).ToHashSet())]);

        Assert.Equal(3, without.Count);
        foreach (var change in without)
        {
            var line = acts.Line(new WhatIf { LeftOut = [SourceName.Parse(change.Source)] });
            Assert.Equal(change.Change, line.Last.Index - line.Index[0], 1e-9);
            Assert.NotEqual(acts.Base.Last.Index, line.Last.Index, 1e-6);
        }
    }

    [Fact]
    public void Compute__two_sources_left_out__so_is_an_act_that_only_these_two_tell_of()
    {
        var acts = new Case([Act(8, 1, sources: 4), Act(6, 1, sources: 0)], 0);

        Assert.Equal(14 / 4.0, acts.Line(new WhatIf { LeftOut = [Paper] }).Last.Index, 1e-12);
        Assert.Equal(6 / 3.0, acts.Line(new WhatIf { LeftOut = [Agency, Paper] }).Last.Index, 1e-12);
    }

    [Fact]
    public void Compute__a_second_source_known_in_June__saves_the_act_only_from_then_on()
    {
        var acts = new Case([Act(8, 1, sources: 5)], 0);
        var assumed = new WhatIf { LeftOut = [Paper] };

        Assert.Equal(0, acts.Line(assumed, AsOf.EndOf(new DateOnly(2022, 5, 31))).Last.Index, 1e-12);
        Assert.Equal(8 / 3.0, acts.Line(assumed, AsOf.EndOf(new DateOnly(2022, 6, 1))).Last.Index, 1e-12);
        Assert.Equal(8 / 3.0, acts.Line(assumed).Last.Index, 1e-12);
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4, 5 }, new[] { 2.0, 1, 4, 3, 5 }, 0.8)]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { -1.0, -2, -3 }, -1)]
    [InlineData(new[] { 1.0, 2, 2, 4 }, new[] { 10.0, 30, 20, 40 }, 0.9486832980505138)]
    public void Spearman__worked_by_hand__agrees(double[] first, double[] second, double expected) =>
        Assert.Equal(expected, RankCorrelation.Spearman(first, second)!.Value, 1e-12);

    [Fact]
    public void Spearman__no_order_on_one_side__nothing_to_compare()
    {
        Assert.Null(RankCorrelation.Spearman([1, 1, 1], [1, 2, 3]));
        Assert.Null(RankCorrelation.Spearman([1], [1]));
        Assert.Null(RankCorrelation.Spearman([], []));
    }

    private static SourceSet Of(params Guid[] sources) => new([.. sources.Select(s => new KnownSource(s))]);

    private static ActRow Act(double score, double weight, bool isDeed = false, ushort kind = 0, float expectation = 0, int sources = 2, int daysBefore = 0, byte evidence = 100) =>
        new(Months.To.DayNumber - daysBefore, score, weight, kind, isDeed, long.MinValue, long.MaxValue, 0, Guid.NewGuid(), false, 0, expectation, evidence, sources);

    private static void Same(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], found[i], 1e-12);
    }

    private static Case AnyCase(int seed, double prior)
    {
        var random = new Random(seed);
        return new Case(
            [.. Enumerable.Range(0, 60).Select(i => Act(
                Math.Round((20 * random.NextDouble()) - 10, 1), random.NextDouble(), random.Next(2) == 0, (ushort)random.Next(3), 0, i % 5, random.Next(300),
                random.GetItems<byte>([100, 70, 20], 1)[0]))],
            prior);
    }
}
