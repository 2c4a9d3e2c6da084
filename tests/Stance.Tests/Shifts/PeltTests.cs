using Stance.Shifts;

namespace Stance.Tests.Shifts;

public sealed class PeltTests
{
    // Vector G of docs/measures.md: unit weights, minimum segment 2, penalty in raw units.
    private static readonly IReadOnlyList<WeekMean> VectorG =
        Weeks.Of(-3.1, -2.8, -3.4, -2.9, -3.0, -0.9, -1.2, -0.8, -1.1, -1.0, 1.9, 2.2, 2.1, 1.8, 2.0);

    private static readonly SegmentCost Raw = new(VectorG, 1, new SegmentRule(2, 0));

    [Theory]
    [InlineData(new int[0], 64.684)]
    [InlineData(new[] { 10 }, 10.816)]
    [InlineData(new[] { 5, 10 }, 0.412)]
    public void Vector_G__residual_sums__as_printed(int[] breaks, double sum) => Assert.Equal(sum, Raw.Of(breaks), 1e-9);

    [Theory]
    [InlineData(0.05, new[] { 5, 10 })]
    [InlineData(10.403, new[] { 5, 10 })]
    [InlineData(10.405, new[] { 10 })]
    [InlineData(53.867, new[] { 10 })]
    [InlineData(53.869, new int[0])]
    public void Vector_G__breaks_by_penalty__as_printed(double penalty, int[] breaks) => Assert.Equal(breaks, Pelt.Breaks(Raw, penalty));

    [Fact]
    public void Vector_G__default_penalty__as_printed()
    {
        var sigma = WeeklySpread.Of(VectorG)!.Value;
        var penalty = Pelt.DefaultPenalty(VectorG.Count) * sigma * sigma;

        Assert.Equal(0.314503, sigma, 1e-6);
        Assert.Equal(0.535717, penalty, 1e-6);
        Assert.Equal([5, 10], Pelt.Breaks(Raw, penalty));
        Assert.Equal(1.483434, Raw.Of([5, 10]) + (2 * penalty), 1e-6);
    }

    [Fact]
    public void Breaks__random_weeks__cost_what_the_best_of_all_partitions_costs()
    {
        var random = new Random(20120801);
        for (var round = 0; round < 400; round++)
        {
            var weeks = Weeks.AtRandom(random, random.Next(1, 40));
            var cost = new SegmentCost(weeks, 1 + random.NextDouble(), new SegmentRule(random.Next(1, 5), random.NextDouble() * 3));
            var penalty = Math.Exp((8 * random.NextDouble()) - 3);

            var breaks = Pelt.Breaks(cost, penalty);

            Assert.All(Segments(breaks, weeks.Count), s => Assert.True(breaks.Count == 0 || cost.IsAdmissible(s.From, s.To)));
            Assert.Equal(BestOfAll(cost, penalty), cost.Of(breaks) + (breaks.Count * penalty), 1e-7);
        }
    }

    [Fact]
    public void Of__a_segment_of_weighted_weeks__is_the_weighted_sum_of_squares()
    {
        var cost = new SegmentCost([Weeks.At(0, 2, 3), Weeks.At(1, 6, 1)], 2, SegmentRule.Default);

        Assert.Equal(((3 * 1) + (1 * 9)) / 4.0, cost.Of(0, 2), 1e-12);
    }

    [Fact]
    public void Breaks__no_week__none() => Assert.Empty(Pelt.Breaks(new SegmentCost([], 1, SegmentRule.Default), 1));

    [Fact]
    public void Breaks__too_little_weight__none() =>
        Assert.Empty(Pelt.Breaks(new SegmentCost(Weeks.Light(0.5, 0, 0, 0, 0, 9, 9, 9, 9), 1, SegmentRule.Default), 1));

    /// <summary>Optimal partitioning: every start for every end, nothing pruned.</summary>
    private static double BestOfAll(SegmentCost cost, double penalty)
    {
        var best = Enumerable.Repeat(double.PositiveInfinity, cost.Count + 1).ToArray();
        best[0] = -penalty;
        for (var end = 1; end <= cost.Count; end++)
        {
            for (var start = 0; start < end; start++)
            {
                if (cost.IsAdmissible(start, end))
                    best[end] = Math.Min(best[end], best[start] + cost.Of(start, end) + penalty);
            }
        }
        return double.IsPositiveInfinity(best[^1]) ? cost.Of([]) : best[^1];
    }

    private static IEnumerable<(int From, int To)> Segments(IReadOnlyList<int> breaks, int count) =>
        breaks.Prepend(0).Zip(breaks.Append(count), (from, to) => (from, to));
}
