using Stance.Events;

namespace Stance.Tests.Events;

public sealed class ConfidenceTests
{
    [Fact]
    public void Combine__two_origins_of_0_6_and_0_5__vector_B_0_80() =>
        Assert.Equal(0.80, Confidence.Combine([(0.6, "one"), (0.5, "two")]), 12);

    [Fact]
    public void Combine__the_same_two_of_one_origin__vector_B_0_60() =>
        Assert.Equal(0.60, Confidence.Combine([(0.6, "one"), (0.5, "one")]), 12);

    [Fact]
    public void Combine__B2_with_an_independent_C3__vector_B_0_942()
    {
        var usual = new GradedReport(new SourceGrade('B', 2), null);
        var fair = new GradedReport(new SourceGrade('C', 3), null);
        Assert.Equal(0.855, Confidence.Combine([usual]), 12);
        Assert.Equal(0.942, Confidence.Combine([usual, fair]), 12);
        Assert.Equal(0.85, Confidence.ByRule([usual]));
        Assert.Equal(0.95, Confidence.ByRule([usual, fair]));
    }

    [Fact]
    public void ByRule__reports_sharing_an_origin_group__count_once()
    {
        var agency = new GradedReport(new SourceGrade('C', 3), "agency wire");
        Assert.Equal(0.60, Confidence.ByRule([agency, agency, agency]));
    }

    [Fact]
    public void ByRule__any_grades__a_multiple_of_a_twentieth_within_bounds()
    {
        for (var letter = 'A'; letter <= 'F'; letter++)
        {
            for (var number = 1; number <= 6; number++)
            {
                var q = Confidence.ByRule(Enumerable.Repeat(new GradedReport(new SourceGrade(letter, number), null), 3));
                Assert.InRange(q, Confidence.Lowest, Confidence.Cap);
                Assert.Equal(q * 20, Math.Round(q * 20), 9);
            }
        }
    }

    [Fact]
    public void Combine__no_report__nothing_to_trust() => Assert.Equal(0, Confidence.Combine(Array.Empty<GradedReport>()));
}
