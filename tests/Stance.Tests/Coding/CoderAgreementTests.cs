using System.Globalization;
using Stance.Coding;

namespace Stance.Tests.Coding;

public sealed class CoderAgreementTests
{
    // Krippendorff's own example: four coders, twelve units, · = not coded.
    private static readonly double[][] FourCoders = Units(
        "1 2 3 3 2 1 4 1 2 · · ·",
        "1 2 3 3 2 2 4 1 2 5 · 3",
        "· 3 3 3 2 3 4 2 2 5 1 ·",
        "1 2 3 3 2 4 4 1 2 5 1 ·");

    private static readonly double[][] Intensities = Units("5 7 -2 6 0 3 -5 8", "5 6 -2 6 1 3 -5 7");

    private static readonly double[][] Kinds = Units("1 2 3 4 2 4 5 3 4 5", "1 2 3 4 2 5 5 3 3 5");

    [Theory]
    [InlineData(AgreementMetric.Nominal, 0.743421)]
    [InlineData(AgreementMetric.Ordinal, 0.815388)]
    [InlineData(AgreementMetric.Interval, 0.849107)]
    [InlineData(AgreementMetric.Ratio, 0.797403)]
    public void Alpha__vector_J__is_the_published_value(AgreementMetric metric, double expected) =>
        Assert.Equal(expected, CoderAgreement.Alpha(FourCoders, metric)!.Value, 5e-7);

    [Theory]
    [InlineData(AgreementMetric.Nominal, 0.598214)]
    [InlineData(AgreementMetric.Ordinal, 0.973454)]
    [InlineData(AgreementMetric.Interval, 0.990007)]
    public void Alpha__vector_K__is_the_published_value(AgreementMetric metric, double expected) =>
        Assert.Equal(expected, CoderAgreement.Alpha(Intensities, metric)!.Value, 5e-7);

    [Fact]
    public void Alpha__vector_L__is_the_published_value() =>
        Assert.Equal(0.757962, CoderAgreement.Alpha(Kinds, AgreementMetric.Nominal)!.Value, 5e-7);

    [Theory]
    [InlineData("3 3 3", "3 3 3")]
    [InlineData("1 · 2", "· 1 ·")]
    [InlineData("", "")]
    public void Alpha__nothing_to_tell_apart__is_undefined(string one, string other)
    {
        Assert.Null(CoderAgreement.Alpha(Units(one, other), AgreementMetric.Nominal));
        Assert.Equal((null, null), (CoderAgreement.Estimate(Units(one, other), AgreementMetric.Nominal).Alpha, CoderAgreement.Estimate(Units(one, other), AgreementMetric.Nominal).Low));
    }

    [Fact]
    public void Alpha__coders_in_another_order__stays() =>
        Assert.Equal(
            CoderAgreement.Alpha(FourCoders, AgreementMetric.Ordinal)!.Value,
            CoderAgreement.Alpha([.. FourCoders.Select(u => u.Reverse().ToArray())], AgreementMetric.Ordinal)!.Value,
            1e-12);

    [Fact]
    public void Estimate__same_units_twice__gives_the_same_interval_around_alpha()
    {
        var first = CoderAgreement.Estimate(FourCoders, AgreementMetric.Nominal);
        Assert.Equal(first, CoderAgreement.Estimate(FourCoders, AgreementMetric.Nominal));
        Assert.Equal(11, first.Units);
        Assert.InRange(first.Alpha!.Value, first.Low!.Value, first.High!.Value);
        Assert.True(first.Low < 0.7 && first.High > 0.85, $"{first.Low} … {first.High}");
    }

    private static double[][] Units(params string[] coders)
    {
        var rows = coders.Select(c => c.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return [.. Enumerable.Range(0, rows[0].Length).Select(i => rows
            .Where(r => r[i] != "·")
            .Select(r => double.Parse(r[i], CultureInfo.InvariantCulture))
            .ToArray())];
    }
}
