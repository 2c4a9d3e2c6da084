using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Tests.Alignment;

public sealed class AlignmentIndexTests
{
    private static readonly DateOnly T = new(2022, 7, 24);

    // Vector A of docs/measures.md: e3 aged 360 days, e1 aged 180, e2 on the day.
    private static readonly int[] Days = [T.DayNumber - 360, T.DayNumber - 180, T.DayNumber];
    private static readonly double[] Scores = [-2, 1, 6];
    private static readonly double[] Weights = [1.0, 0.9, 0.8];

    private static AlignmentPoint VectorA(double priorStrength) => AlignmentIndex.Compute(
        new ActEvidence(Days, Scores, Weights),
        PriorSteps.Constant(-3),
        new Period(T.AddDays(-30), T),
        new IndexParameters(HalfLife.Default, 4, priorStrength)).Last;

    [Fact]
    public void Vector_A__as_printed()
    {
        var point = VectorA(1);

        Assert.Equal(0.700000, point.Index, 1e-9);
        Assert.Equal(1.5, point.Weight, 1e-9);
        Assert.Equal(2.529822, point.StandardError, 1e-6);
        Assert.Equal(-3.461187, point.Low90, 1e-6);
        Assert.Equal(4.861187, point.High90, 1e-6);
        Assert.Equal(4.75, point.Flow, 1e-9);
        Assert.Equal(2.486188, point.EffectiveEvidence, 1e-6);
        Assert.False(point.IsThin);
    }

    [Theory]
    [InlineData(0, 3.166667)]
    [InlineData(0.5, 1.625)]
    [InlineData(2, -0.357143)]
    [InlineData(5, -1.576923)]
    public void Vector_A__other_prior_strengths(double priorStrength, double index) =>
        Assert.Equal(index, VectorA(priorStrength).Index, 1e-6);

    [Fact]
    public void Compute__no_acts__the_starting_value_with_the_widest_band()
    {
        var line = AlignmentIndex.Compute(default, PriorSteps.Constant(-3), new Period(T, T), new IndexParameters(HalfLife.Default, 4, 1));

        Assert.Equal(-3, line.Last.Index);
        Assert.Equal(4, line.Last.StandardError);
        Assert.True(line.Last.IsThin);
    }

    [Fact]
    public void Compute__a_tie_starts__the_starting_value_moves_from_that_day_on()
    {
        var accession = new DateOnly(2023, 4, 4);
        var line = AlignmentIndex.Compute(
            default, new PriorSteps([(DateOnly.MinValue, 3), (accession, 7)]), new Period(accession.AddDays(-1), accession), new IndexParameters(HalfLife.Default));

        Assert.Equal([3, 7], line.Index);
    }

    [Fact]
    public void Compute__random_acts__equals_the_definition_of_each_day()
    {
        var random = new Random(20220724);
        foreach (var halfLife in HalfLife.Choices)
        {
            var period = new Period(new DateOnly(2020, 1, 1), new DateOnly(2023, 12, 31));
            var days = Enumerable.Range(0, 300).Select(_ => period.From.DayNumber - 900 + random.Next(2600)).Order().ToArray();
            var scores = days.Select(_ => (random.NextDouble() * 20) - 10).ToArray();
            var weights = days.Select(_ => random.NextDouble()).ToArray();
            var parameters = new IndexParameters(halfLife);

            var line = AlignmentIndex.Compute(new ActEvidence(days, scores, weights), PriorSteps.Constant(-4), period, parameters);

            for (var i = 0; i < line.Index.Length; i += 37)
            {
                var (index, weight, flow) = ByDefinition(period.From.AddDays(i), days, scores, weights, -4, parameters);
                AssertClose(index, line.Index[i]);
                AssertClose(weight, line.Weight[i]);
                AssertClose(flow, line.Flow[i]);
            }
        }
    }

    private static (double Index, double Weight, double Flow) ByDefinition(
        DateOnly t, int[] days, double[] scores, double[] weights, double prior, IndexParameters p)
    {
        var acts = Enumerable.Range(0, days.Length).Where(i => days[i] <= t.DayNumber)
            .Select(i => (Score: scores[i], Weight: weights[i] * (p.HalfLife.Days is { } h ? Math.Pow(2, -(t.DayNumber - days[i]) / (double)h) : 1)))
            .ToList();
        var weight = acts.Sum(a => a.Weight);
        var flow = acts.Sum(a => a.Weight * a.Score);
        return (((p.PriorStrength * prior) + flow) / (p.PriorStrength + weight), weight, flow);
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.InRange(actual - expected, -1e-9 * Math.Max(1, Math.Abs(expected)), 1e-9 * Math.Max(1, Math.Abs(expected)));
}
