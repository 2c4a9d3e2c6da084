using Stance.Coverage;
using Stance.ViewStates;

namespace Stance.Tests.Coverage;

public sealed class WatchedDaysTests
{
    private static readonly Period July = Span(1, 31);

    [Fact]
    public void Of__overlapping_touching_and_outside_sweeps__disjoint_spans_inside_the_period()
    {
        var watched = WatchedDays.Of(July,
        [
            Span(10, 12), new Period(new DateOnly(2022, 6, 20), new DateOnly(2022, 7, 2)), Span(11, 15), Span(16, 16), Span(20, 20),
            new Period(new DateOnly(2022, 8, 1), new DateOnly(2022, 8, 9)), new Period(new DateOnly(2022, 7, 31), new DateOnly(2022, 9, 1)),
        ]);

        Assert.Equal([Span(1, 2), Span(10, 16), Span(20, 20), Span(31, 31)], watched.Spans);
        Assert.Equal(11, watched.Count);
        Assert.False(watched.IsNone || watched.IsAll);
    }

    [Fact]
    public void Of__random_sweeps__counts_each_day_once()
    {
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var sweeps = Enumerable.Range(0, random.Next(12)).Select(_ =>
            {
                var from = July.From.AddDays(random.Next(-20, 40));
                return new Period(from, from.AddDays(random.Next(15)));
            }).ToList();
            var days = Enumerable.Range(0, July.Days).Select(July.From.AddDays).Count(d => sweeps.Any(s => d >= s.From && d <= s.To));

            var watched = WatchedDays.Of(July, sweeps);

            Assert.Equal(days, watched.Count);
            Assert.Equal(days == 0, watched.IsNone);
            Assert.Equal(days == July.Days, watched.IsAll);
        }
    }

    private static Period Span(int from, int to) => new(new DateOnly(2022, 7, from), new DateOnly(2022, 7, to));
}
