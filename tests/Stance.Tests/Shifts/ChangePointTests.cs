using Stance.Alignment;
using Stance.Shifts;

namespace Stance.Tests.Shifts;

public sealed class ChangePointTests
{
    [Fact]
    public void Find__a_clear_break__is_dated_firm_and_levelled()
    {
        var found = Assert.Single(ChangePoints.Find(Weeks.Of(-4, -3, -4, -3, -4, -3, 3, 4, 3, 4, 3, 4), SegmentRule.Default));

        Assert.Equal(Weeks.First.AddDays(42), found.Monday);
        Assert.Equal(found.Monday, found.From);
        Assert.Equal(found.Monday.AddDays(6), found.To);
        Assert.Equal(1, found.Stability, 1e-9);
        Assert.True(found.IsBold);
        Assert.Equal((-3.5, 3.5), (found.Before, found.After));
        Assert.Equal(1, found.Direction);
    }

    [Fact]
    public void Find__empty_weeks_between__the_break_may_lie_in_the_gap()
    {
        WeekMean[] weeks = [.. Weeks.Of(-4, -3, -4, -3), .. Enumerable.Range(0, 4).Select(i => Weeks.At(20 + i, 4 - (i % 2)))];

        var found = Assert.Single(ChangePoints.Find(weeks, SegmentRule.Default));

        Assert.Equal(Weeks.First.AddDays(140), found.Monday);
        Assert.Equal(Weeks.First.AddDays(28), found.From);
        Assert.Equal(Weeks.First.AddDays(146), found.To);
    }

    [Fact]
    public void Find__level_weeks_with_noise__none() =>
        Assert.Empty(ChangePoints.Find(Weeks.Of(1, 2, 1, 2, 2, 1, 1, 2, 1, 2, 2, 1), SegmentRule.Default));

    [Fact]
    public void Find__all_weeks_equal__none() => Assert.Empty(ChangePoints.Find(Weeks.Of(1, 1, 1, 1, 1, 1, 1, 1), SegmentRule.Default));

    [Fact]
    public void Find__most_neighbours_equal__the_one_step_is_still_found()
    {
        var found = Assert.Single(ChangePoints.Find(Weeks.Of(1, 1, 1, 1, 1, 5, 5, 5, 5, 5), SegmentRule.Default));

        Assert.Equal(Weeks.First.AddDays(35), found.Monday);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Find__hardly_any_week__none(int count) =>
        Assert.Empty(ChangePoints.Find(Weeks.Of([.. Enumerable.Range(0, count).Select(i => 5.0 * i)]), SegmentRule.Default));

    [Fact]
    public void Find__segments_too_light__none() =>
        Assert.Empty(ChangePoints.Find(Weeks.Light(0.7, -4, -3, -4, -3, 3, 4, 3, 4), SegmentRule.Default));

    [Fact]
    public void Interval__an_unclear_date__holds_every_place_that_costs_little_more()
    {
        var cost = new SegmentCost(Weeks.Of(0, 0, 0, 0, 1, 1, 2, 2, 2, 2), 1, new SegmentRule(1, 0));

        var (first, last) = ChangePoints.Interval(cost, 0, 10);

        Assert.True(first < 5 && last > 5, $"{first} to {last}");
    }

    [Fact]
    public void WeeklyMeans__acts_of_three_weeks__weighted_and_dated_without_the_empty_one()
    {
        var monday = Weeks.First.DayNumber;
        var acts = new ActEvidence([monday - 1, monday, monday + 6, monday + 14, monday + 30], [9, 2, 5, -1, 7], [1, 2, 1, 0.5, 1]);

        var weeks = WeeklyMeans.Of(acts, Weeks.First.AddDays(20));

        Assert.Equal(
            [new(Weeks.First.AddDays(-7), 9, 1, 1), new(Weeks.First, 3, 3, 2), new(Weeks.First.AddDays(14), -1, 0.5, 1)],
            weeks);
        Assert.All(weeks, w => Assert.Equal(DayOfWeek.Monday, w.Monday.DayOfWeek));
    }

    [Fact]
    public void LeadingActs__the_strongest_that_pull_the_way_of_the_shift()
    {
        var acts = new ActEvidence([0, 10, 11, 12, 13, 14, 30], [9, 8, -9, 3, 9, 4, 9], [1, 0.5, 1, 1, 0.1, 1, 1]);

        var leading = LeadingActs.Of(acts, DateOnly.FromDayNumber(10), DateOnly.FromDayNumber(20), before: 1, direction: 1);

        Assert.Equal([1, 5, 3], leading);
    }
}
