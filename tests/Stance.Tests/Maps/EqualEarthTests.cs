using Stance.Maps;

namespace Stance.Tests.Maps;

public sealed class EqualEarthTests
{
    /// <summary>Values of the authors' definition, computed apart from this code.</summary>
    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(180, 0, 2.7066299836, 0)]
    [InlineData(0, 90, 0, 1.3173627591)]
    public void Project__of_a_known_place__gives_the_published_extent(double longitude, double latitude, double x, double y)
    {
        var (px, py) = EqualEarth.Project(longitude, latitude);
        Assert.Equal(x, px, 1e-6);
        Assert.Equal(y, py, 1e-6);
    }

    [Fact]
    public void Project__of_cells_of_one_degree__keeps_their_areas_in_proportion()
    {
        double Area(double latitude)
        {
            var (a, b, c, d) = (EqualEarth.Project(20, latitude), EqualEarth.Project(21, latitude), EqualEarth.Project(21, latitude + 1), EqualEarth.Project(20, latitude + 1));
            var drawn = Math.Abs(((a.X - c.X) * (b.Y - d.Y)) - ((b.X - d.X) * (a.Y - c.Y))) / 2;
            var real = Math.PI / 180 * (Math.Sin((latitude + 1) * Math.PI / 180) - Math.Sin(latitude * Math.PI / 180));
            return drawn / real;
        }
        Assert.All([0.0, 30, 60, 80], latitude => Assert.Equal(1, Area(latitude), 1e-3));
    }

    [Fact]
    public void Simplify__a_line_with_small_and_large_bends__drops_the_small_and_keeps_ends_and_large()
    {
        List<(double, double)> line = [(0, 0), (1, 0.01), (2, 0), (3, 5), (4, 0), (5, 0.02), (6, 0)];
        Assert.Equal([(0, 0), (2, 0), (3, 5), (4, 0), (6, 0)], LineSimplifier.Simplify(line, 0.5));
    }
}
