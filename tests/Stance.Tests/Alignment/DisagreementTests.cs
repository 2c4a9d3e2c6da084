using Stance.Alignment;

namespace Stance.Tests.Alignment;

public sealed class DisagreementTests
{
    [Fact]
    public void Vector_A2__two_codings_of_one_act__weigh_less_and_score_the_mean()
    {
        var (score, weight) = Disagreement.Combine(4, 8, 0.8, 4);

        Assert.Equal(6, score);
        Assert.Equal(0.666667, weight, 1e-6);
    }

    [Fact]
    public void Combine__coders_who_agree__leave_the_weight() =>
        Assert.Equal((5, 0.8), Disagreement.Combine(5, 5, 0.8, 4));
}
