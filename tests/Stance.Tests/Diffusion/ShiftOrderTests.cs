using Stance.Countries;
using Stance.Coverage;
using Stance.Diffusion;
using Stance.Shifts;
using Stance.Tests.Shifts;
using Stance.ViewStates;

namespace Stance.Tests.Diffusion;

public sealed class ShiftOrderTests
{
    /// <summary>A Thursday.</summary>
    private static readonly DateOnly Trigger = new(2022, 2, 24);

    private static readonly Period Period = new(new DateOnly(2021, 6, 1), new DateOnly(2022, 12, 31));

    private static readonly DateOnly Monday = new(2022, 2, 21);

    [Fact]
    public void Of__breaks_after_the_day__by_days_and_ranked()
    {
        var rows = Order(Country("BLR", Break(5)), Country("ARM", Break(2)), Country("CHN", Break(9), Break(3)));

        Assert.Equal(["ARM", "CHN", "BLR"], rows.Select(r => r.Country.Code.Value));
        Assert.Equal([11, 18, 32], rows.Select(r => r.After!.Days));
        Assert.Equal([(11, 17), (18, 24), (32, 38)], rows.Select(r => (r.After!.From, r.After.To)));
        Assert.Equal([new(1, 1, 1), new(2, 2, 2), new(3, 3, 3)], rows.Select(r => r.Rank));
        Assert.All(rows, r => Assert.Null(r.Reason));
    }

    [Fact]
    public void Of__a_break_in_the_week_of_the_day__has_lag_0_and_may_lie_on_either_side()
    {
        var row = Assert.Single(Order(Country("ARM", Break(0))));

        Assert.Equal((0, -3, 3), (row.After!.Days, row.After.From, row.After.To));
        Assert.True(row.After.MayLieAcross);
    }

    [Fact]
    public void Of__equal_lags__share_a_rank_and_the_next_one_is_skipped()
    {
        var rows = Order(Country("CHN", Break(2)), Country("ARM", Break(2)), Country("BLR", Break(6)));

        Assert.Equal(["ARM", "CHN", "BLR"], rows.Select(r => r.Country.Code.Value));
        Assert.Equal([new(1, 1, 2), new(1, 1, 2), new(3, 3, 3)], rows.Select(r => r.Rank));
    }

    [Fact]
    public void Of__overlapping_spans__leave_ranks_open()
    {
        var rows = Order(Country("ARM", Break(2)), Country("BLR", Break(4, weeksEarlier: 3)), Country("CHN", Break(9)));

        Assert.Equal([new(1, 1, 2), new(2, 1, 2), new(3, 3, 3)], rows.Select(r => r.Rank));
        Assert.True(rows[0].After!.Overlaps(rows[1].After!));
        Assert.False(rows[1].After!.Overlaps(rows[2].After!));
    }

    [Fact]
    public void Of__a_break_before_the_day__stands_behind_with_a_negative_lag_and_no_rank()
    {
        var rows = Order(Country("ARM", Break(-8), Break(-2)), Country("BLR", Break(3), Break(-4)));

        Assert.Equal(["BLR", "ARM"], rows.Select(r => r.Country.Code.Value));
        Assert.Equal((18, -31), (rows[0].After!.Days, rows[0].Before!.Days));
        Assert.Equal((null, -17, null), (rows[1].After, rows[1].Before!.Days, rows[1].Rank));
        Assert.NotNull(rows[1].Reason);
    }

    [Theory]
    [InlineData(12, 12, true, NoShift.NoneFound)]
    [InlineData(12, 3, true, NoShift.TooLittle)]
    [InlineData(12, 3, false, NoShift.NotLooked)]
    [InlineData(2, 6, true, NoShift.NoneFound)]
    [InlineData(0, 7, true, NoShift.TooLittle)]
    public void Of__no_break__says_why(int before, int after, bool isWatched, NoShift reason)
    {
        var country = Country("ARM") with { Means = Means(before, after, 1) };

        var row = Assert.Single(ShiftOrder.Of([country], Trigger, Period, _ => isWatched ? WatchedDays.Of(Period, [Period]) : WatchedDays.Of(Period, [])));

        Assert.Equal(reason, row.Reason);
        Assert.True(row.IsSilent);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0.6, false)]
    public void HasRoom__weeks_too_light_after_the_day__none(double weight, bool hasRoom) =>
        Assert.Equal(hasRoom, ShiftOrder.HasRoom(Means(10, 4, weight), Trigger, Period, SegmentRule.Default));

    [Fact]
    public void HasRoom__agrees_with_the_segments_a_break_is_found_in()
    {
        var random = new Random(24);
        for (var i = 0; i < 300; i++)
        {
            var weeks = Weeks.AtRandom(random, random.Next(0, 30));
            var cost = new SegmentCost(weeks, 1, SegmentRule.Default);
            var expected = Enumerable.Range(0, weeks.Count)
                .Any(at => weeks[at].Monday >= Monday && cost.IsAdmissible(0, at) && cost.IsAdmissible(at, weeks.Count));

            Assert.Equal(expected, ShiftOrder.HasRoom(weeks, Trigger, Period, SegmentRule.Default));
        }
    }

    private static IReadOnlyList<CountryLag> Order(params CountryShifts[] countries) =>
        ShiftOrder.Of(countries, Trigger, Period, _ => WatchedDays.Of(Period, []));

    internal static CountryShifts Country(string code, params FoundBreak[] breaks) =>
        new(new Country(new CountryCode(code), code, code, null, null, []), [], breaks);

    /// <summary>A break of the week so many weeks after the trigger's, and a span that begins some weeks earlier.</summary>
    internal static FoundBreak Break(int week, int weeksEarlier = 0, double change = 6)
    {
        var monday = Monday.AddDays(7 * week);
        return new(new ChangePoint(monday, monday.AddDays(-7 * weeksEarlier), monday.AddDays(6), 1, -3, -3 + change, monday.AddDays(27)), []);
    }

    private static IReadOnlyList<WeekMean> Means(int before, int after, double weight) =>
        [.. Enumerable.Range(-before, before + after).Select(i => new WeekMean(Monday.AddDays(7 * i), 1, weight, 1))];
}
