using Stance.Acts;
using Stance.Countries;
using Stance.Dyads;

namespace Stance.Tests.Dyads;

public sealed class DyadTests
{
    private static readonly Country A = new(new CountryCode("AAA"), "Ayland", "Ayland", null, null, []);
    private static readonly Country B = new(new CountryCode("BBB"), "Beeland", "Beeland", null, null, []);

    [Fact]
    public void Balance__both_ways_with_a_stage_that_never_scores__is_the_difference_of_the_sums()
    {
        // There 7 − 4 + 2.5 = 5.5, the unscored 9 left out; back 3.
        var dyad = Of([(7, true), (-4, true), (2.5, true), (9, false)], [(3, true)]);

        Assert.Equal((5.5, 2, 1), (dyad.There.Sum, dyad.There.Cooperative, dyad.There.Hostile));
        Assert.Equal(3, dyad.Back.Sum);
        Assert.Equal(2.5, dyad.Balance);
        Assert.Equal("Ayland and Beeland were cooperative on balance toward each other", DyadWords.Finding(dyad));
        Assert.Contains("Ayland gave more cooperation than it got", DyadWords.Reciprocity(dyad)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Finding__one_friendly_one_hostile__tells_them_apart()
    {
        var dyad = Of([(4, true)], [(-6, true)]);

        Assert.Equal("Ayland was cooperative on balance toward Beeland, Beeland hostile on balance toward Ayland", DyadWords.Finding(dyad));
        Assert.Equal(10, dyad.Balance);
    }

    [Fact]
    public void Reciprocity__one_way_only__claims_nothing_of_the_other()
    {
        var dyad = Of([], [(5, true)]);

        Assert.Equal("Beeland acted toward Ayland; nothing the other way is on file", DyadWords.Finding(dyad));
        Assert.Equal("With one direction only, nothing can be said on whether it was returned.", DyadWords.Reciprocity(dyad)[^1]);
    }

    [Fact]
    public void Finding__nothing_on_file__says_so_plainly()
    {
        var dyad = Of([], []);

        Assert.True(dyad.IsEmpty);
        Assert.Equal("Nothing is on file between Ayland and Beeland", DyadWords.Finding(dyad));
        Assert.Contains("nobody looked", Assert.Single(DyadWords.Reciprocity(dyad)), StringComparison.Ordinal);
    }

    private static Dyad Of((double Score, bool IsScored)[] there, (double Score, bool IsScored)[] back) =>
        new(List(A, B, there), List(B, A, back));

    private static TowardList List(Country from, Country to, (double Score, bool IsScored)[] acts) =>
        new(from, to, [.. acts.Select(a => new TowardAct(Act(from, to), a.Score, a.IsScored))], false);

    private static ActItem Act(Country from, Country to)
    {
        var day = new DateOnly(2022, 3, 1);
        return new ActItem(
            new ActId(Guid.Empty, null), from.Code, to.Code, "DIP-DECL", "default", day, day, "day", day, "An act", true, 1, 1, 1, "{}",
            new Dictionary<string, double>(), [], false, null, "published");
    }
}
