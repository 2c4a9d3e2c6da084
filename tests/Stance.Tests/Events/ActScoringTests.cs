using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Events;

namespace Stance.Tests.Events;

public sealed class ActScoringTests
{
    private static readonly DateOnly Day = new(2022, 3, 2);
    private static readonly CountryCode Kaz = new("KAZ"), Rus = new("RUS"), Ukr = new("UKR"), Tur = new("TUR"), Pol = new("POL"), Blr = new("BLR"), Arm = new("ARM");

    private static readonly Axis Ruw = new("RUW", "Moscow or the West", "Moscow", "Kyiv and its backers", null,
    [
        new(Rus, -1, DateOnly.MinValue, null, "x"),
        new(Ukr, 1, DateOnly.MinValue, null, "x"),
        new(Blr, -1, new DateOnly(2022, 2, 24), null, "x"),
        new(Pol, 0.5, DateOnly.MinValue, null, "x"),
    ]);

    private static readonly Axis Tie = new("TIE", "Tied or hedged", "Tied to Moscow", "Hedged", 1, [new(Rus, -1, DateOnly.MinValue, null, "x")]);

    private static readonly TieBook Ties = new(
        [new TieKind("CSTO", "CSTO", true), new TieKind("NATO", "NATO", true), new TieKind("EAEU", "EAEU", false)],
        [
            new StructuralTie(Kaz, "CSTO", new DateOnly(1994, 4, 20), null, "x"),
            new StructuralTie(Pol, "NATO", new DateOnly(1999, 3, 12), null, "x"),
            new StructuralTie(Blr, "CSTO", new DateOnly(1994, 1, 1), null, "x"),
            new StructuralTie(Blr, "NATO", new DateOnly(2030, 1, 1), null, "x"),
            new StructuralTie(Arm, "EAEU", new DateOnly(2015, 1, 2), null, "x"),
        ],
        [new PriorWeight("RUW", "CSTO", -3, null), new PriorWeight("RUW", "NATO", 4, null), new PriorWeight("RUW", "EAEU", -1, null)]);

    [Theory]
    [InlineData(7, -7)]
    [InlineData(-7, 7)]
    [InlineData(-4, 4)]
    public void Score__toward_the_negative_pole__changes_sign(double intensity, double score) =>
        Assert.Equal(score, OnRuw(Act(Rus, intensity)).Score);

    [Fact]
    public void Score__recipient_on_no_pole__silent_on_that_axis_and_heard_where_all_outreach_counts()
    {
        var scores = ActScoring.Score(Act(Tur, 3), [Ruw, Tie], Ties);
        var only = Assert.Single(scores);
        Assert.Equal(("TIE", 3.0), (only.Axis, only.Score));
    }

    [Fact]
    public void Score__no_recipient__silent_everywhere() => Assert.Empty(ActScoring.Score(Act(null, 5), [Ruw, Tie], Ties));

    [Fact]
    public void Score__override_without_a_pole__speaks_with_the_overridden_value()
    {
        var score = OnRuw(Act(null, 0) with { Overrides = new Dictionary<string, double> { ["RUW"] = 2 } });
        Assert.Equal((2.0, null, 2.0), (score.Score, score.PoleWeight, score.Override));
    }

    [Fact]
    public void Score__override_beside_a_pole__replaces_the_rule_and_keeps_its_parts()
    {
        var score = OnRuw(Act(Rus, 7) with { Overrides = new Dictionary<string, double> { ["RUW"] = -3 } });
        Assert.Equal((-3.0, 7.0, -1.0), (score.Score, score.BaseScore, score.PoleWeight));
    }

    [Fact]
    public void Score__ally_of_Moscow_abstains__plus_one() => Assert.Equal(1, OnRuw(Act(Ukr, 0, expects: true)).Score);

    [Fact]
    public void Score__ally_of_Kyivs_backers_abstains__minus_one() => Assert.Equal(-1, OnRuw(Act(Ukr, 0, expects: true) with { Actor = Pol }).Score);

    [Fact]
    public void Score__nobodys_ally_abstains__zero_without_a_minus()
    {
        var score = OnRuw(Act(Rus, 0, expects: true) with { Actor = Tur });
        Assert.Equal(0, score.Score);
        Assert.Equal(0, OnRuw(Act(Ukr, 0, expects: true) with { Actor = Arm }).Expectation);
        Assert.False(double.IsNegative(score.Score) || double.IsNegative(score.Expectation));
    }

    [Fact]
    public void Score__ally_whose_treaty_is_not_in_force_or_who_is_bound_to_both__no_expectation()
    {
        Assert.Equal(0, OnRuw(Act(Ukr, 0, expects: true) with { ScoredOn = new DateOnly(1990, 1, 1) }).Expectation);
        Assert.Equal(0, OnRuw(Act(Ukr, 0, expects: true) with { Actor = Blr, ScoredOn = new DateOnly(2031, 1, 1) }).Expectation);
    }

    [Fact]
    public void Score__kind_without_expectation__allies_count_as_everyone() => Assert.Equal(0, OnRuw(Act(Ukr, 0)).Expectation);

    [Fact]
    public void Score__member_from_a_later_day__silent_before_it()
    {
        Assert.Empty(ActScoring.Score(Act(Blr, 5) with { ScoredOn = new DateOnly(2022, 2, 23) }, [Ruw], Ties));
        Assert.Single(ActScoring.Score(Act(Blr, 5) with { ScoredOn = new DateOnly(2022, 2, 24) }, [Ruw], Ties));
    }

    [Fact]
    public void Score__any_intensity_and_pole__within_ten()
    {
        for (var b = -10.0; b <= 10; b += 0.5)
        {
            foreach (var actor in new[] { Kaz, Pol, Tur })
            {
                var score = OnRuw(Act(Ukr, b, expects: true) with { Actor = actor });
                Assert.InRange(score.Score, -10, 10);
                Assert.Equal(Math.Clamp(b + score.Expectation, -10, 10), score.Score);
            }
        }
    }

    [Theory]
    [InlineData(0.95, 1.0, 0.95)]
    [InlineData(0.475, 1.0, 0.475)]
    [InlineData(0.8, 0.7, 0.56)]
    public void Weight__confidence_and_class_of_evidence__their_product(double confidence, double evidence, double weight) =>
        Assert.Equal(weight, OnRuw(Act(Ukr, 5, evidence: evidence) with { Confidence = confidence }).Weight, 12);

    private static AxisScore OnRuw(ScoredFacts act) => Assert.Single(ActScoring.Score(act, [Ruw], Ties));

    private static ScoredFacts Act(CountryCode? recipient, double intensity, bool expects = false, double evidence = 1) => new(
        Kaz, recipient, new EventTypeVariant("default", "Default", intensity, -10, 10, evidence, true, expects), Day, intensity, 0.9,
        new Dictionary<string, double>());
}
