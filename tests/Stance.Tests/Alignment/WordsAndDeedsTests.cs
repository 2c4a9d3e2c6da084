using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Tests.Alignment;

public sealed class WordsAndDeedsTests
{
    private static readonly IndexParameters Parameters = new(HalfLife.Default);

    [Fact]
    public void Gap__of_two_levels__has_the_root_of_both_squared_errors()
    {
        var gap = new WordsAndDeeds(Point(2, 7), Point(-1, 2));

        Assert.Equal(3, gap.Gap);
        Assert.Equal(Math.Sqrt((16 / 9.0) + (16 / 4.0)), gap.StandardError, 1e-12);
        Assert.Equal((gap.Gap - (1.6448536 * gap.StandardError), gap.Gap + (1.6448536 * gap.StandardError)), (gap.Low90, gap.High90));
        Assert.False(gap.IsCertain);
    }

    [Theory]
    [InlineData(1.9, false)]
    [InlineData(2.4, true)]
    public void Gap__is_certain__only_when_its_band_leaves_zero_out(double words, bool certain)
    {
        // Both errors are 4/√16 = 1, so the band is ±1.6448536 √2 = ±2.326.
        var gap = new WordsAndDeeds(Point(words, 14), Point(0, 14));

        Assert.Equal(certain, gap.IsCertain);
        Assert.Equal(certain, gap.Low90 > 0);
    }

    private static AlignmentPoint Point(double index, double weight) => new(new DateOnly(2022, 7, 24), index, weight, 0, 0, Parameters);
}
