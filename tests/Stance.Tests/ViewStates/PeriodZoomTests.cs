using Stance.ViewStates;

namespace Stance.Tests.ViewStates;

public sealed class PeriodZoomTests
{
    private static readonly Period Whole = new(new(2013, 3, 1), new(2026, 9, 30));

    private static readonly Period HalfYear = new(new(2022, 1, 1), new(2022, 7, 24));

    private static PeriodZoom At(Period period) => new(period, Whole);

    [Fact]
    public void In__halves__and_the_day_under_the_cursor_keeps_its_place()
    {
        var next = At(HalfYear).Take(ZoomStep.In, new DateOnly(2022, 2, 24));

        Assert.Equal(102, next.Days);
        var (was, now) = (54 / 204.0, (new DateOnly(2022, 2, 24).DayNumber - next.From.DayNumber) / 101.0);
        Assert.Equal(was, now, 0.01);
    }

    [Fact]
    public void In__on_the_first_day__starts_there()
    {
        Assert.Equal(HalfYear.From, At(HalfYear).Take(ZoomStep.In, HalfYear.From).From);
        Assert.Equal(HalfYear.To, At(HalfYear).Take(ZoomStep.In, HalfYear.To).To);
    }

    [Fact]
    public void In__never_below_four_weeks__and_a_shorter_period_stays()
    {
        var month = new Period(new(2022, 3, 1), new(2022, 3, 31));
        Assert.Equal(PeriodZoom.FewestDays, At(month).Take(ZoomStep.In).Days);
        var week = new Period(new(2022, 3, 1), new(2022, 3, 7));
        Assert.Equal(week, At(week).Take(ZoomStep.In));
        Assert.False(At(week).Moves(ZoomStep.In));
    }

    [Fact]
    public void Out_after_in__shows_the_same_days_but_one()
    {
        var day = new DateOnly(2022, 5, 2);
        var back = At(At(HalfYear).Take(ZoomStep.In, day)).Take(ZoomStep.Out, day);

        Assert.InRange(back.From.DayNumber - HalfYear.From.DayNumber, -1, 1);
        Assert.InRange(back.To.DayNumber - HalfYear.To.DayNumber, -1, 1);
    }

    [Fact]
    public void Out__ends_at_the_days_on_file()
    {
        var late = new Period(new(2026, 1, 1), Whole.To);
        var next = At(late).Take(ZoomStep.Out);
        Assert.Equal((Whole.To, late.Days * 2), (next.To, next.Days));
        Assert.Equal(Whole, At(new Period(new(2014, 1, 1), new(2026, 1, 1))).Take(ZoomStep.Out));
        Assert.False(At(Whole).Moves(ZoomStep.Out));
    }

    [Fact]
    public void Earlier_and_later__move_by_half__and_stop_at_the_edge()
    {
        Assert.Equal(HalfYear, At(At(HalfYear).Take(ZoomStep.Earlier)).Take(ZoomStep.Later));
        Assert.Equal(HalfYear.From.AddDays(-102), At(HalfYear).Take(ZoomStep.Earlier).From);
        var late = new Period(new(2026, 9, 1), Whole.To);
        Assert.False(At(late).Moves(ZoomStep.Later));
    }

    [Fact]
    public void One_day_and_days_beyond_those_on_file__can_be_left()
    {
        var day = new Period(new(2022, 3, 1), new(2022, 3, 1));
        Assert.Equal(2, At(day).Take(ZoomStep.Out).Days);
        Assert.Equal(day.From.AddDays(1), At(day).Take(ZoomStep.Later).From);
        var before = new Period(new(2000, 1, 1), new(2000, 12, 31));
        Assert.Equal(before.To.AddDays(183), At(before).Take(ZoomStep.Later).To);
        Assert.Equal(Whole, At(before).Take(ZoomStep.Whole));
    }
}
