using Stance.Codebook;
using Stance.Recoding;

namespace Stance.Tests.Recoding;

public sealed class RescoringTests
{
    private static readonly EventTypeVariant Then = new("default", "Visits", 3, 1, 4, 1, true, false);

    [Theory]
    [InlineData(3, 5, 2, 6, 5)] // the base score itself
    [InlineData(4, 5, 2, 6, 6)] // one above keeps its distance
    [InlineData(4, 5, 2, 5.5, 5.5)] // the new range ends sooner
    [InlineData(1, 0, -1, 2, -1)]
    [InlineData(2, 3, 1, 4, 2)] // nothing changed
    public void Intensity__moved_by_a_curator__keeps_its_distance_within_the_new_range(double judged, double @base, double low, double high, double expected) =>
        Assert.Equal(expected, Rescoring.Intensity(judged, Then, Then with { Base = @base, Low = low, High = high }));

    [Fact]
    public void Intensity__same_numbers__is_the_judged_one_to_the_last_digit() =>
        Assert.Equal(3.3000000000000003, Rescoring.Intensity(3.3000000000000003, Then, Then with { }));
}
