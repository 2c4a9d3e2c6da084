using Stance.Alignment;
using Stance.Countries;

namespace Stance.Tests.Alignment;

public sealed class PriorRuleTests
{
    private static readonly DateOnly Joined = new(2004, 3, 29);
    private static readonly DateOnly Left = new(2020, 2, 1);

    private static readonly PriorWeight[] Weights =
    [
        new("RUW", "NATO", 4, null),
        new("RUW", "EU", 3, null),
        new("RUW", "UNION_STATE", -3, null),
        new("RUW", "SIDE_MOSCOW", -8, null),
    ];

    private static StructuralTie Tie(string kind, DateOnly from, DateOnly? until = null) =>
        new(new CountryCode("POL"), kind, from, until, "a source");

    [Fact]
    public void Steps__two_ties_that_start_and_one_that_ends__moves_on_those_days_only()
    {
        var steps = PriorRule.Steps([Tie("NATO", Joined), Tie("EU", Joined.AddDays(33), Left)], Weights);

        Assert.Equal(0, steps.On(Joined.AddDays(-1)));
        Assert.Equal(4, steps.On(Joined));
        Assert.Equal(7, steps.On(Joined.AddDays(33)));
        Assert.Equal(7, steps.On(Left.AddDays(-1)));
        Assert.Equal(4, steps.On(Left));
    }

    [Fact]
    public void On__ties_worth_more_than_eight__stays_at_eight()
    {
        var ties = new[] { Tie("SIDE_MOSCOW", Joined), Tie("UNION_STATE", Joined) };

        Assert.Equal(-8, PriorRule.On(ties, Weights, Left));
    }

    [Fact]
    public void On__a_treaty_with_Washington_and_NATO__counts_once()
    {
        PriorWeight[] weights = [new("CNW", "NATO", 4, "US defence"), new("CNW", "US_TREATY", 4, "US defence")];
        var ties = new[] { Tie("NATO", Joined), Tie("US_TREATY", Joined) };

        Assert.Equal(4, PriorRule.On(ties, weights, Joined));
        Assert.Equal(4, PriorRule.On(ties[1..], weights, Joined));
    }

    [Fact]
    public void On__a_kind_without_weight_on_the_axis__adds_nothing() =>
        Assert.Equal(0, PriorRule.On([Tie("BRICS", Joined)], Weights, Joined));
}
