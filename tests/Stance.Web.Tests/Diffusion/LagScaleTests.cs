using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Diffusion;
using Stance.Shifts;
using Stance.ViewStates;
using Stance.Web.Diffusion;

namespace Stance.Web.Tests.Diffusion;

public sealed class LagScaleTests
{
    private static readonly DateOnly Trigger = new(2022, 2, 24);

    [Theory]
    [InlineData(3, 0)]
    [InlineData(60, 5)]
    [InlineData(-30, 2)]
    [InlineData(900, 300)]
    public void Of__a_break__both_it_and_the_day_stand_inside_and_the_ticks_hold_the_day(int week, int weeksEarlier)
    {
        var scale = LagScale.Of(Report(week, weeksEarlier));

        Assert.InRange(scale.At(0), 0.1, 99.9);
        Assert.InRange(scale.At(week * 7), 0.1, 99.9);
        Assert.Contains(0, scale.Ticks());
        Assert.InRange(scale.Ticks().Count, 1, 8);
        Assert.All(scale.Ticks(), t => Assert.InRange(t, scale.From, scale.To));
    }

    [Fact]
    public void Of__a_span_that_reaches_out_of_the_period__is_cut_at_its_end() =>
        Assert.InRange(LagScale.Of(Report(10, 500)).From, -1200, -1000);

    private static DiffusionReport Report(int week, int weeksEarlier)
    {
        var monday = new DateOnly(2022, 2, 21).AddDays(7 * week);
        var found = new FoundBreak(new ChangePoint(monday, monday.AddDays(-7 * weeksEarlier), monday.AddDays(6), 1, -3, 3, monday.AddDays(27)), []);
        var lagged = LaggedBreak.Of(found, Trigger);
        var row = new CountryLag(
            new CountryShifts(new Country(new CountryCode("KAZ"), "Kazakhstan", "Kazakhstan", null, null, []), [], [found]),
            lagged.IsAfter ? lagged : null, lagged.IsAfter ? null : lagged, null, null);
        return new DiffusionReport(
            new ViewState(), new Period(new DateOnly(2019, 1, 1), new DateOnly(2041, 12, 31)), Trigger, [], DateTimeOffset.UnixEpoch,
            new Axis("RUW", "", "Moscow", "Kyiv", null, []), new CodebookVersion("t", Trigger, 4, 2, []), false, [row], 0);
    }
}
