using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Tests.Alignment;

public sealed class ActInfluenceTests
{
    [Fact]
    public void Without__any_act_of_a_thousand_random_lines__equals_the_line_computed_without_it()
    {
        var period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24));
        var random = new Random(5);
        for (var i = 0; i < 1000; i++)
        {
            var acts = Enumerable.Range(0, random.Next(1, 12))
                .Select(_ => (Day: period.From.DayNumber + random.Next(-100, period.Days), Score: Math.Round((random.NextDouble() * 20) - 10, 1), Weight: random.NextDouble()))
                .ToList();
            var left = random.Next(acts.Count);
            var (with, without) = (ReportOf.Country(period, -4, acts).Line, ReportOf.Country(period, -4, acts.Where((_, n) => n != left)).Line);
            var (day, score, weight) = acts[left];
            foreach (var (on, index) in ActInfluence.LineWithout(with, DateOnly.FromDayNumber(day), score, weight))
                Assert.Equal(without.On(on).Index, index, 1e-9);
            var last = ActInfluence.Of(with.Last, -4, DateOnly.FromDayNumber(day), score, weight);
            Assert.Equal(last.Weight * (score + 4) / (2 + with.Last.Weight), last.Share, 1e-12);
        }
    }

    [Fact]
    public void Of__a_day_before_the_act__it_does_nothing()
    {
        var period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 1, 10));
        var line = ReportOf.Country(period, -4, [(new DateOnly(2022, 1, 5).DayNumber, 7, 1)]).Line;

        var before = ActInfluence.Of(line[0], -4, new DateOnly(2022, 1, 5), 7, 1);

        Assert.Equal((0.0, -4.0, -4.0), (before.Share, before.Index, before.Without));
    }
}
