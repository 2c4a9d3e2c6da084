using Stance.Web.Charts;

namespace Stance.Web.Tests.Charts;

public sealed class WaterfallScaleTests
{
    [Fact]
    public void Ticks__a_rise_over_zero__whole_points_and_zero_among_them()
    {
        var scale = Scale(-4.87, 5.56);

        Assert.Equal([-5, -4, -3, -2, -1, 0, 1], scale.Ticks);
        Assert.False(scale.IsCut);
        Assert.Equal(0, scale.Base);
        Assert.Equal(0, scale.At(-5), 1e-9);
        Assert.Equal(100, scale.At(1), 1e-9);
    }

    [Fact]
    public void Scale__a_small_move_far_from_zero__is_cut_and_says_so()
    {
        var scale = Scale(-6.20, 0.05, -0.02);

        Assert.True(scale.IsCut);
        Assert.True(scale.At(-6.15) - scale.At(-6.20) > 20);
        Assert.InRange(scale.At(-6.20), 0, 100);
        Assert.InRange(scale.At(-6.15), 0, 100);
    }

    [Fact]
    public void Scale__nothing_moved__still_has_ticks() => Assert.InRange(Scale(0).Ticks.Count(), 2, 12);

    private static WaterfallScale Scale(double start, params double[] changes) => new(new WaterfallDrawing(
        new("Start", start), [.. changes.Select(c => new WaterfallBar("Act", null, null, c, BarLook.Solid, null))], null, new("End", start + changes.Sum())));
}
