using Stance.Alignment;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Tests.Alignment;

public sealed class GroupSpreadTests
{
    [Fact]
    public void Of__one_firm_member_apart__is_the_only_certain_dissenter()
    {
        // Mean 1.5. With weight 14 the band is ±1.645, with none ±4.653.
        var spread = GroupSpread.Of([Member("AAA", 0, 14), Member("BBB", 0, 14), Member("CCC", 0, 0), Member("DDD", 6, 14)])!;

        Assert.Equal(1.5, spread.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(((3 * 2.25) + 20.25) / 4), spread.Spread, 1e-12);
        Assert.Equal(["DDD"], spread.CertainDissenters.Select(c => c.Value));
        Assert.Equal(0.25, spread.DissenterShare);
    }

    [Fact]
    public void Of__far_apart_on_thin_evidence__nobody_is_certain() =>
        Assert.Empty(GroupSpread.Of([Member("AAA", -4, 0), Member("BBB", 4, 0)])!.CertainDissenters);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Of__no_group__has_no_spread(int members) =>
        Assert.Null(GroupSpread.Of([.. Enumerable.Range(0, members).Select(_ => Member("AAA", 1, 1))]));

    private static (CountryCode, AlignmentPoint) Member(string code, double index, double weight) =>
        (new CountryCode(code), new AlignmentPoint(new DateOnly(2022, 7, 24), index, weight, 0, 0, new IndexParameters(HalfLife.Default)));
}
