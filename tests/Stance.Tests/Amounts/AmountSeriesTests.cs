using Stance.Acts;
using Stance.Amounts;
using Stance.Codebook;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Tests.Amounts;

public sealed class AmountSeriesTests
{
    private static readonly Period HalfYear = new(new DateOnly(2022, 1, 1), new DateOnly(2022, 6, 30));

    private static readonly CodebookVersion Codebook = new("t", new DateOnly(2000, 1, 1), 4, 2,
    [
        Kind("HUM-AIDF", "Aid shipment or flight", new AttributeDefinition("tonnes", "Weight", AttributeKind.Number, "t")),
        Kind("MIL-ARMD", "Delivers arms", new AttributeDefinition("value", "Value", AttributeKind.Number, "USD")),
        Kind("MIL-ARMP", "Pledges arms", new AttributeDefinition("value", "Value", AttributeKind.Number, "USD")),
        Kind("ECO-FINA", "Gives finance", new AttributeDefinition("amount", "Amount", AttributeKind.Number, UnitFrom: "currency")),
        Kind("MIL-BUDG", "Defence budget change", new AttributeDefinition("change", "Change", AttributeKind.Number, "%", Sums: false)),
    ]);

    [Fact]
    public void Of__one_number_known_of_two__is_the_least_and_the_other_is_counted_not_zero()
    {
        var series = Assert.Single(Series("tonnes", Act("HUM-AIDF", "2022-03-14", 28), Act("HUM-AIDF", "2022-05-10", null)));

        Assert.Equal((28.0, 1, 1, "t"), (series.Total, series.Known, series.NotKnown, series.Unit));
        Assert.Equal([0, 0, 28, 0, null, 0], series.Periods.Select(p => p.Value));
        Assert.Equal([0, 0, 28, 28, 28, 28], series.Periods.Select(p => p.Running!.Value));
        Assert.Equal([0, 0, 0, 0, 1, 0], series.Periods.Select(p => p.NotKnown));
        Assert.Equal("Kazakhstan: at least 28\u00a0t in one of two acts of “Aid shipment or flight”; the other’s weight is not known", AmountWords.Finding(series));
        Assert.Equal("not known", AmountWords.Value(series.Periods[4], series));
    }

    [Fact]
    public void Of__promise_and_delivery__two_series()
    {
        var series = Series("value", Act("MIL-ARMP", "2022-02-01", 100), Act("MIL-ARMD", "2022-03-01", 60), Act("MIL-ARMD", "2022-04-01", 40));

        Assert.Equal([("MIL-ARMD", 100.0), ("MIL-ARMP", 100.0)], series.Select(s => (s.Kind.Code, s.Total!.Value)));
    }

    [Fact]
    public void Of__two_countries__two_series() =>
        Assert.Equal(2, Series("tonnes", Act("HUM-AIDF", "2022-03-14", 28), Act("HUM-AIDF", "2022-03-14", 28, country: "UZB")).Count);

    [Fact]
    public void Of__currencies__apart__and_an_amount_without_one_is_not_summed()
    {
        var series = Series("amount",
            Act("ECO-FINA", "2022-01-05", 5, "EUR"), Act("ECO-FINA", "2022-02-05", 7, "eur"), Act("ECO-FINA", "2022-02-06", 9, "USD"),
            Act("ECO-FINA", "2022-02-07", 3), Act("ECO-FINA", "2022-02-08", null));

        Assert.Equal([("EUR", 12.0), (null, null), ("USD", 9.0)], series.Select(s => (s.Unit, s.Total)));
        Assert.All(series, s => Assert.Equal(1, s.NotKnown));
        Assert.False(series[1].Sums);
        Assert.Contains("unit not known", AmountWords.Subtitle(series[1], 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Of__per_cents__have_a_middle_value_and_no_sum()
    {
        var series = Assert.Single(Series("change", Act("MIL-BUDG", "2022-01-05", 10), Act("MIL-BUDG", "2022-01-15", -4), Act("MIL-BUDG", "2022-03-15", 30)));

        Assert.Null(series.Total);
        Assert.Equal([3, null, 30, null, null, null], series.Periods.Select(p => p.Value));
        Assert.All(series.Periods, p => Assert.Null(p.Running));
        Assert.Equal("Kazakhstan: change −4 to 30\u00a0% in three acts of “Defence budget change”", AmountWords.Finding(series));
        Assert.Equal("none", AmountWords.Value(series.Periods[1], series));
    }

    [Fact]
    public void Of__any_acts__totals_are_the_sum_of_the_periods_and_no_act_is_lost()
    {
        var random = new Random(28);
        for (var i = 0; i < 200; i++)
        {
            var acts = Enumerable.Range(0, random.Next(40)).Select(_ => Act(
                "HUM-AIDF", HalfYear.From.AddDays(random.Next(HalfYear.Days)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                random.Next(3) == 0 ? null : random.Next(100))).ToArray();

            foreach (var series in Series("tonnes", acts))
            {
                Assert.Equal(acts.Length, series.Periods.Sum(p => p.Known + p.NotKnown));
                Assert.Equal(series.Total ?? 0, series.Periods.Sum(p => p.Value ?? 0), 1e-9);
                Assert.Equal(series.Total ?? 0, series.Periods[^1].Running!.Value, 1e-9);
            }
        }
    }

    [Theory]
    [InlineData("2022-01-01", "2024-12-31", 1)]
    [InlineData("2022-01-01", "2025-01-01", 3)]
    [InlineData("1990-01-01", "2022-01-01", 12)]
    public void MonthsApart__longer_periods_are_told_more_coarsely(string from, string to, int months) =>
        Assert.Equal(months, AmountSeriesMaker.MonthsApart(new Period(Day(from), Day(to))));

    [Fact]
    public void Choices__every_number_of_the_kinds_on_file__best_known_first()
    {
        var choices = AmountChoices.Of([("HUM-AIDF", ["tonnes"]), ("HUM-AIDF", []), ("MIL-ARMD", []), ("MIL-ARMP", []), ("DIP-XXX", ["days"])], Codebook);

        Assert.Equal([new("tonnes", "Weight", "t", 2, 1), new("value", "Value", "USD", 2, 0)], choices);
    }

    private static IReadOnlyList<AmountSeries> Series(string measure, params ActAmount[] acts) => AmountSeriesMaker.Of(
        acts, measure, Codebook, code => new Country(code, code.Value == "KAZ" ? "Kazakhstan" : code.Value, code.Value, null, null, []), HalfYear);

    private static ActAmount Act(string type, string day, double? value, string? unit = null, string country = "KAZ") =>
        new(new ActId(Guid.NewGuid(), null), new CountryCode(country), type, "", Day(day), Day(day), "day", Day(day), value, unit, []);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static EventType Kind(string code, string name, AttributeDefinition own) => new(code, name, "", "", "", [], [own]);
}
