using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Tests.Alignment;

public sealed class LayoutTests
{
    private static readonly Period Half = new(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24));

    private static int First => Half.From.DayNumber;

    [Fact]
    public void PeriodLevels__half_a_year__ends_of_months_and_the_last_day()
    {
        var levels = PeriodLevels.Of(ReportOf.Report(Half, ReportOf.Country(Half, -4, [(First, 6, 1), (First + 59, -6, 1)])));

        Assert.Equal(1, levels.MonthsApart);
        Assert.Equal(
            [new(2022, 1, 31), new(2022, 2, 28), new(2022, 3, 31), new(2022, 4, 30), new(2022, 5, 31), new(2022, 6, 30), new(2022, 7, 24)],
            levels.Days);
        Assert.All(levels.Days.Zip(levels.Rows[0].Levels), pair => Assert.Equal(levels.Rows[0].Country.Line.On(pair.First), pair.Second));
    }

    [Theory]
    [InlineData(2022, 1, 2024, 12, 1, 36)]
    [InlineData(2022, 1, 2025, 1, 3, 13)]
    [InlineData(2022, 2, 2033, 12, 3, 48)]
    [InlineData(1946, 1, 2026, 12, 12, 81)]
    public void PeriodLevels__longer_periods__quarters_then_years(int fromYear, int fromMonth, int toYear, int toMonth, int apart, int columns)
    {
        var period = new Period(new DateOnly(fromYear, fromMonth, 3), new DateOnly(toYear, toMonth, 1).AddMonths(1).AddDays(-1));

        var levels = PeriodLevels.Of(ReportOf.Report(period, ReportOf.Country(period, 0, [])));

        Assert.Equal((apart, columns), (levels.MonthsApart, levels.Days.Count));
        Assert.Equal(period.To, levels.Days[^1]);
        Assert.Equal(levels.Days.Order(), levels.Days);
    }

    [Fact]
    public void PeriodLevels__any_single_day__is_one_column() =>
        Assert.Single(PeriodLevels.Of(ReportOf.Report(new Period(Half.To, Half.To), ReportOf.Country(new Period(Half.To, Half.To), 0, []))).Days);

    [Fact]
    public void LevelChange__several_countries__the_most_certain_first()
    {
        var moved = ReportOf.Country(Half, -8, [.. Enumerable.Range(First + 100, 60).Select(day => (day, 9.0, 1.0))], place: 0);
        var still = ReportOf.Country(Half, 3, [], place: 1);
        var doubtful = ReportOf.Country(Half, 0, [(First + 10, 6, 1)], place: 2);

        var ranked = CountryChange.Ranked(ReportOf.Report(Half, still, doubtful, moved));

        Assert.Equal([moved.Country.Code, doubtful.Country.Code, still.Country.Code], ranked.Select(r => r.Country.Country.Code));
        Assert.Equal([true, false, false], ranked.Select(r => r.IsCertain));
        Assert.Equal(0, ranked[2].Change);
        // σ/√k₀ on both days: √(8 + 8) with σ 4 and k₀ 2.
        Assert.Equal(4, ranked[2].StandardError, 1e-12);
        Assert.Equal(-1.6448536 * 4, ranked[2].CertainPart, 1e-12);
    }
}
