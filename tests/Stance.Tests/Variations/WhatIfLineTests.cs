using Stance.Alignment;
using Stance.Variations;
using Stance.ViewStates;

namespace Stance.Tests.Variations;

public sealed class WhatIfLineTests
{
    private static readonly Period Months = new(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24));

    private sealed record Case(int[] Days, double[] Scores, double[] Weights, bool[] Deeds, double Prior)
    {
        public AlignmentLine Line(WhatIf assumed) =>
            WhatIfLine.Compute(new ActEvidence(Days, Scores, Weights), Deeds, PriorSteps.Constant(Prior), Months, new IndexParameters(HalfLife.Default), assumed);
    }

    [Fact]
    public void Compute__every_factor_one__is_the_line_as_it_stands()
    {
        var acts = AnyCase(1, prior: -4);
        var line = AlignmentIndex.Compute(
            new ActEvidence(acts.Days, acts.Scores, acts.Weights), PriorSteps.Constant(-4), Months, new IndexParameters(HalfLife.Default));

        Same(line.Index, acts.Line(new WhatIf()).Index);
        Same(line.Index, acts.Line(new WhatIf(PriorStrength: 2)).Index);
    }

    [Fact]
    public void Compute__all_scores_by_three_quarters_from_zero__is_three_quarters_exactly()
    {
        var acts = AnyCase(2, prior: 0);
        var assumed = new WhatIf(1, 0.5, 1.5);
        var scaled = acts with { Scores = [.. acts.Scores.Select(s => 0.75 * s)] };

        Same([.. acts.Line(assumed).Index.Select(i => 0.75 * i)], scaled.Line(assumed).Index);
    }

    [Fact]
    public void Compute__all_weights_and_the_strength_by_one_factor__changes_no_level()
    {
        var acts = AnyCase(3, prior: -4);

        Same(acts.Line(new WhatIf()).Index, acts.Line(new WhatIf(3, 1.5, 1.5)).Index);
    }

    [Fact]
    public void Compute__deeds_without_weight__is_the_line_of_words_alone()
    {
        var acts = AnyCase(4, prior: -4);
        var kept = Enumerable.Range(0, acts.Days.Length).Where(i => !acts.Deeds[i]).ToList();
        var words = new Case(
            [.. kept.Select(i => acts.Days[i])], [.. kept.Select(i => acts.Scores[i])], [.. kept.Select(i => acts.Weights[i])],
            [.. kept.Select(_ => false)], -4);

        Same(words.Line(new WhatIf()).Index, acts.Line(new WhatIf(Deeds: 0)).Index);
    }

    [Fact]
    public void Compute__one_word_and_one_deed_of_the_last_day__the_mean_worked_by_hand()
    {
        var day = Months.To.DayNumber;
        var acts = new Case([day, day], [4, -8], [1, 0.5], [false, true], -2);

        // k0 1 at −2, words 0.5 at +4, deeds 0.5 × 2 at −8: (−2 + 2 − 8) / 2.5
        Assert.Equal(-3.2, acts.Line(new WhatIf(1, 0.5, 2)).Last.Index, 1e-12);
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

    private static void Same(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], found[i], 1e-12);
    }

    private static Case AnyCase(int seed, double prior)
    {
        var random = new Random(seed);
        var days = Enumerable.Range(0, 60).Select(_ => Months.From.DayNumber - 100 + random.Next(300)).Order().ToArray();
        return new Case(
            days, [.. days.Select(_ => Math.Round((20 * random.NextDouble()) - 10, 1))], [.. days.Select(_ => random.NextDouble())],
            [.. days.Select(_ => random.Next(2) == 0)], prior);
    }
}
