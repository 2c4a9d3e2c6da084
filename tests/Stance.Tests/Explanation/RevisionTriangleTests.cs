using Stance.Alignment;
using Stance.Explanation;
using Stance.ViewStates;

namespace Stance.Tests.Explanation;

public sealed class RevisionTriangleTests
{
    private static readonly DateOnly T = new(2022, 7, 24);
    private static readonly IndexParameters Vector = new(HalfLife.Default, 4, 1);

    // Vector A of docs/measures.md, e2 entered ten days after T.
    private static readonly KnownVersion E1 = Version(T.AddDays(-180), 1, 0.9, T.AddDays(-180));
    private static readonly KnownVersion E2 = Version(T, 6, 0.8, T.AddDays(10));
    private static readonly KnownVersion E3 = Version(T.AddDays(-360), -2, 1.0, T.AddDays(-360));

    [Fact]
    public void Vector_D__as_printed()
    {
        var triangle = Of([E1, E2, E3], [T], [AsOf.EndOf(T), AsOf.EndOf(T.AddDays(9)), AsOf.EndOf(T.AddDays(10)), AsOf.Now]);

        Assert.Equal(-1.794118, triangle.First[0], 1e-6);
        Assert.Equal([-1.794118, -1.794118, 0.7, 0.7], triangle.Values[0].Select(v => Math.Round(v!.Value, 6)));
        Assert.Equal(2.494118, triangle.Revision(0), 1e-6);
        Assert.Equal(2.494118, triangle.MeanAbsoluteAtLag!.Value, 1e-6);
    }

    [Fact]
    public void Of__a_knowledge_date_before_the_day__has_no_value()
    {
        var triangle = Of([E1, E3], [T.AddDays(-30), T], [AsOf.EndOf(T.AddDays(-30)), AsOf.EndOf(T)]);

        Assert.Null(triangle.Values[1][0]);
        Assert.NotNull(triangle.Values[0][0]);
        Assert.Equal(0, triangle.MeanAbsolute);
    }

    [Fact]
    public void Of__learned_after_thirty_days__is_a_revision_but_not_an_early_one()
    {
        var late = E2 with { KnownFrom = Ticks(T.AddDays(31)) };
        var triangle = Of([E1, late, E3], [T], [AsOf.Now]);

        Assert.Equal(0, triangle.MeanAbsoluteAtLag);
        Assert.Equal(2.494118, triangle.MeanAbsolute, 1e-6);
    }

    [Fact]
    public void Of__a_retracted_version__counts_until_it_was_closed()
    {
        var closed = E2 with { KnownFrom = Ticks(T), KnownTo = Ticks(T.AddDays(5)) };
        var triangle = Of([E1, closed, E3], [T], [AsOf.EndOf(T), AsOf.Now]);

        Assert.Equal(0.7, triangle.First[0], 1e-9);
        Assert.Equal(-2.494118, triangle.Revision(0), 1e-6);
    }

    [Fact]
    public void Of__no_day_lies_thirty_days_back__no_headline() =>
        Assert.Null(Of([E1], [T], [AsOf.EndOf(T.AddDays(3))]).MeanAbsoluteAtLag);

    [Fact]
    public void Calendar__half_a_year_in_2022__month_ends_the_last_day_and_a_year_of_knowledge()
    {
        var today = new DateOnly(2026, 11, 24);
        var days = RevisionCalendar.Days(new Period(new DateOnly(2022, 1, 1), T), today);

        Assert.Equal([new(2022, 1, 31), new(2022, 2, 28), new(2022, 3, 31), new(2022, 4, 30), new(2022, 5, 31), new(2022, 6, 30), T], days);
        var known = RevisionCalendar.Known(days, today, AsOf.Now);
        Assert.Equal(days, known.Take(7).Select(k => DateOnly.FromDateTime(k.Instant!.Value.UtcDateTime)));
        Assert.Equal(AsOf.EndOf(new DateOnly(2022, 7, 31)), known[7]);
        Assert.Equal(AsOf.Now, known[^1]);
        Assert.Equal(20, known.Count);
    }

    [Theory]
    [InlineData("2000-01-01", "2026-11-24")]
    [InlineData("2026-11-20", "2026-11-24")]
    [InlineData("2026-10-31", "2027-11-24")]
    [InlineData("1950-01-01", "2026-11-24")]
    public void Calendar__any_period__ascending_not_too_many_and_none_in_the_future(string from, string to)
    {
        var today = new DateOnly(2026, 11, 24);
        var days = RevisionCalendar.Days(new Period(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), today);
        var known = RevisionCalendar.Known(days, today, AsOf.Now);

        Assert.InRange(days.Count, 1, 25);
        Assert.InRange(known.Count, 1, 40);
        Assert.Equal(days.Order().Distinct(), days);
        Assert.True(days[^1] <= today);
        Assert.Equal(known.SkipLast(1).Select(k => k.Instant).Order().Distinct(), known.SkipLast(1).Select(k => k.Instant));
    }

    private static RevisionTriangle Of(KnownVersion[] versions, DateOnly[] days, AsOf[] known) =>
        RevisionTriangle.Of(versions, PriorSteps.Constant(-3), Vector, days, known);

    private static KnownVersion Version(DateOnly day, double score, double weight, DateOnly known) => new(day.DayNumber, score, weight, Ticks(known), long.MaxValue);

    private static long Ticks(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).Ticks;
}
