using Stance.Alignment;
using Stance.Variations;
using Stance.ViewStates;

namespace Stance.Tests.Variations;

public sealed class RobustnessTests
{
    private static readonly DateOnly From = new(2022, 1, 1);
    private static readonly DateOnly To = new(2022, 7, 24);

    [Fact]
    public void Change__every_factor_one__is_the_index_as_it_stands()
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var move = AnyCase(random);
            var acts = move.Acts.OrderBy(a => a.Day).ToList();
            var line = AlignmentIndex.Compute(
                new ActEvidence([.. acts.Select(a => a.Day)], [.. acts.Select(a => a.Score)], [.. acts.Select(a => a.Weight)]),
                PriorSteps.Constant(move.PriorTo), new Period(From, To), move.Parameters);

            Assert.Equal(line.Last.Index - line[0].Index, move.Change(Variation.None(move.Kinds)), 1e-12);
        }
    }

    [Fact]
    public void Level__all_scores_by_three_quarters_from_zero__is_three_quarters_exactly()
    {
        var move = AnyCase(new Random(8)) with { PriorFrom = 0, PriorTo = 0 };
        var scaled = new Variation([.. Enumerable.Repeat(0.75, move.Kinds)], 1, 1);

        Assert.Equal(0.75 * move.LevelAtEnd(Variation.None(move.Kinds)), move.LevelAtEnd(scaled), 1e-12);
    }

    [Fact]
    public void Level__all_scores_by_three_quarters_from_another_start__keeps_the_pull_of_the_start()
    {
        var move = AnyCase(new Random(9)) with { PriorFrom = -4, PriorTo = -4 };
        var scaled = new Variation([.. Enumerable.Repeat(0.75, move.Kinds)], 1, 1);
        var pull = -4 * move.Parameters.PriorStrength
            / (move.Parameters.PriorStrength + move.Acts.Where(a => a.Day <= To.DayNumber).Sum(a => a.Weight * move.Parameters.HalfLife.Left(To.DayNumber - a.Day)));

        Assert.Equal(pull + (0.75 * (move.LevelAtEnd(Variation.None(move.Kinds)) - pull)), move.LevelAtEnd(scaled), 1e-12);
    }

    [Fact]
    public void Of__a_strong_rise__keeps_its_sign_in_every_draw_and_lies_in_its_range()
    {
        var robust = Robustness.Of(Case([(From.AddDays(30), 8, 1), (From.AddDays(60), 7, 1)], prior: -4));

        Assert.Equal((1000, 1000), (robust.SameSign, robust.Draws));
        Assert.True(robust.Low < robust.Change && robust.Change < robust.High);
    }

    [Fact]
    public void Of__two_kinds_that_nearly_cancel__is_not_robust()
    {
        var robust = Robustness.Of(Case([(To.AddDays(-10), 5, 1), (To.AddDays(-10), -4.9, 1)], prior: 0));

        Assert.InRange(robust.Share, 0.3, 0.8);
    }

    [Fact]
    public void Of__the_same_case_twice__gives_the_same_answer()
    {
        var move = AnyCase(new Random(10));

        Assert.Equal(Robustness.Of(move), Robustness.Of(move with { Acts = [.. move.Acts] }));
    }

    [Fact]
    public void Of__no_act_and_a_steady_start__has_no_move() => Assert.Equal(0, Robustness.Of(Case([], prior: -4)).Change);

    [Fact]
    public void LeaveOneSourceOut__only_acts_that_rest_on_it_alone_go()
    {
        var move = Case([(From.AddDays(10), 6, 1), (From.AddDays(20), -6, 1), (From.AddDays(30), 3, 1)], prior: 0);
        IReadOnlySet<string>[] sources = [new HashSet<string> { "A" }, new HashSet<string> { "B" }, new HashSet<string> { "A", "B" }];

        var changes = LeaveOneSourceOut.Of(move, sources);

        Assert.Equal(["A", "B"], changes.Select(c => c.Source));
        Assert.Equal([1, 1], changes.Select(c => c.Acts));
        Assert.Equal((move with { Acts = [move.Acts[1], move.Acts[2]] }).Change(Variation.None(3)), changes[0].Change, 1e-12);
        Assert.True(changes[0].Change < 0 && changes[1].Change > 0);
    }

    [Fact]
    public void LeaveOneSourceOut__the_only_source__leaves_the_start_alone()
    {
        var move = Case([(From.AddDays(10), 6, 1)], prior: -4);

        Assert.Equal(0, Assert.Single(LeaveOneSourceOut.Of(move, [new HashSet<string> { "A" }])).Change, 1e-12);
    }

    private static MoveCase Case((DateOnly Day, double Score, double Weight)[] acts, double prior) => new(
        [.. acts.Select((a, i) => new MoveAct(a.Day.DayNumber, a.Score, a.Weight, i))], acts.Length, From, To, prior, prior, new IndexParameters(HalfLife.Default));

    private static MoveCase AnyCase(Random random) => new(
        [.. Enumerable.Range(0, 60).Select(_ => new MoveAct(
            From.DayNumber - 300 + random.Next(520), Math.Round((20 * random.NextDouble()) - 10, 1), random.NextDouble(), random.Next(5)))],
        5, From, To, -3, -3, new IndexParameters(HalfLife.Choices[random.Next(HalfLife.Choices.Count)]));
}
