using Stance.Shifts;

namespace Stance.Tests.Shifts;

public sealed class PenaltySweepTests
{
    private static readonly SegmentCost VectorG = new(
        Weeks.Of(-3.1, -2.8, -3.4, -2.9, -3.0, -0.9, -1.2, -0.8, -1.1, -1.0, 1.9, 2.2, 2.1, 1.8, 2.0), 1, new SegmentRule(2, 0));

    [Fact]
    public void Vector_G__the_penalties_at_which_breaks_go__as_printed()
    {
        var sweep = PenaltySweep.Over(VectorG, 0.1, 100);

        Assert.Equal([2, 1, 0], sweep.Segmentations.Select(s => s.Breaks.Count));
        Assert.Equal([0.1, 10.404, 53.868], sweep.Segmentations.Select(s => Math.Round(s.From, 9)));
        Assert.Equal(100, sweep.Segmentations[^1].To);
    }

    [Fact]
    public void Stability__is_the_share_of_the_log_range()
    {
        var stability = PenaltySweep.Over(VectorG, 1, 100).Stability();

        Assert.Equal(Math.Log(10.404) / Math.Log(100), stability[5], 1e-9);
        Assert.Equal(Math.Log(53.868) / Math.Log(100), stability[10], 1e-9);
    }

    [Fact]
    public void Sweep__random_weeks__is_what_each_penalty_alone_finds()
    {
        var random = new Random(20170301);
        for (var round = 0; round < 100; round++)
        {
            var cost = new SegmentCost(Weeks.AtRandom(random, 60), 1, new SegmentRule(random.Next(1, 5), 0.5));
            var sweep = PenaltySweep.Over(cost, 0.5, 200);

            Assert.All(sweep.Segmentations.Zip(sweep.Segmentations.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            foreach (var swept in sweep.Segmentations.Where(s => s.To > s.From * 1.0001))
            {
                var penalty = Math.Sqrt(swept.From * swept.To);
                var alone = Pelt.Breaks(cost, penalty);
                Assert.Equal(cost.Of(alone) + (penalty * alone.Count), swept.Cost + (penalty * swept.Breaks.Count), 1e-7);
            }
        }
    }

    [Fact]
    public void Sweep__one_segment_only__a_single_segmentation_without_breaks()
    {
        var sweep = PenaltySweep.Over(new SegmentCost(Weeks.Of(1, 2, 1), 1, SegmentRule.Default), 1, 10);

        Assert.Empty(Assert.Single(sweep.Segmentations).Breaks);
        Assert.Empty(sweep.Stability());
    }
}
