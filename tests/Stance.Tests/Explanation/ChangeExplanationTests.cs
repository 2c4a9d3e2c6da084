using Stance.Acts;
using Stance.Alignment;
using Stance.Explanation;
using Stance.ViewStates;

namespace Stance.Tests.Explanation;

public sealed class ChangeExplanationTests
{
    private static readonly DateOnly T = new(2022, 7, 24);
    private static readonly IndexParameters Vector = new(HalfLife.Default, 4, 1);

    // Vectors A and C of docs/measures.md.
    private static readonly KnownAct E1 = Act(1, T.AddDays(-180), 1, 0.9);
    private static readonly KnownAct E2 = Act(2, T, 6, 0.8);
    private static readonly KnownAct E3 = Act(3, T.AddDays(-360), -2, 1.0);

    private static readonly ChangeExplanation VectorC = ChangeExplanation.Between(
        new ChangeMoment(T.AddDays(-180), -3, [E3, E1, E2]), new ChangeMoment(T, -3, [E3, E1, E2]), Vector);

    [Fact]
    public void Vector_C__as_printed()
    {
        Assert.Equal(-1.291667, VectorC.Start, 1e-6);
        Assert.Equal(0.7, VectorC.End, 1e-9);
        Assert.Equal(1.991667, VectorC.Change, 1e-6);
        Assert.Equal(2.88, Part(VectorC, E2, ChangeKind.New), 1e-9);
        Assert.Equal(-0.735, Part(VectorC, E1, ChangeKind.Faded), 1e-9);
        Assert.Equal(-0.045, Part(VectorC, E1, ChangeKind.Diluted), 1e-9);
        Assert.Equal(-0.102083, Part(VectorC, E3, ChangeKind.Faded), 1e-6);
        Assert.Equal(-0.00625, Part(VectorC, E3, ChangeKind.Diluted), 1e-9);
        Assert.Equal(5, VectorC.Parts.Count);
    }

    [Fact]
    public void Between__the_largest_part__comes_first() => Assert.Equal(E2.Id, VectorC.Parts[0].Act);

    [Fact]
    public void Between__the_starting_value_moves_without_acts__is_all_of_the_change()
    {
        var change = ChangeExplanation.Between(new ChangeMoment(T, 3, []), new ChangeMoment(T.AddDays(1), 7, []), Vector);

        Assert.Equal(new ChangePart(null, ChangeKind.StartingValue, 4), Assert.Single(change.Parts));
    }

    [Fact]
    public void Between__two_knowledge_dates_of_one_day__only_the_correction_and_what_it_dilutes()
    {
        var corrected = E1 with { Score = 4 };
        var change = ChangeExplanation.Between(new ChangeMoment(T, -3, [E3, E1]), new ChangeMoment(T, -3, [E3, corrected]), Vector);

        var part = Assert.Single(change.Parts);
        Assert.Equal((E1.Id, ChangeKind.Revised), (part.Act!.Value, part.Kind));
        Assert.Equal(0.45 * 3 / 1.7, part.Change, 1e-9);
    }

    [Fact]
    public void Between__another_codebook__recoded_and_not_revised()
    {
        var recoded = E1 with { Score = 4, Codebook = 2 };
        var change = ChangeExplanation.Between(new ChangeMoment(T, -3, [E1]), new ChangeMoment(T, -3, [recoded]), Vector);

        Assert.Equal(ChangeKind.Recoded, Assert.Single(change.Parts).Kind);
    }

    [Fact]
    public void Between__an_act_retracted__its_share_is_withdrawn_and_the_rest_counts_more()
    {
        var change = ChangeExplanation.Between(new ChangeMoment(T, -3, [E1, E2]), new ChangeMoment(T, -3, [E1]), Vector);

        Assert.Equal(-9 * 0.8 / 2.25, Part(change, E2, ChangeKind.Withdrawn), 1e-9);
        Assert.Equal(4 * 0.45 * ((1 / 1.45) - (1 / 2.25)), Part(change, E1, ChangeKind.Diluted), 1e-9);
    }

    [Fact]
    public void Between__an_act_moved_to_a_day_after_the_start__is_a_correction_and_no_fading()
    {
        var moved = E3 with { Day = T.DayNumber };
        var change = ChangeExplanation.Between(new ChangeMoment(T.AddDays(-180), -3, [E3]), new ChangeMoment(T, -3, [moved]), Vector);

        Assert.DoesNotContain(change.Parts, p => p.Kind == ChangeKind.Faded);
        Assert.Contains(change.Parts, p => p.Kind == ChangeKind.Revised);
        Assert.Equal(change.Change, change.Parts.Sum(p => p.Change), 1e-9);
    }

    [Fact]
    public void Between__ten_thousand_random_cases__the_parts_sum_to_the_change_and_the_ends_are_the_line()
    {
        var random = new Random(20220131);
        for (var i = 0; i < 10_000; i++)
        {
            var (from, to, parameters) = RandomChange.Next(random);
            var change = ChangeExplanation.Between(from, to, parameters);

            Assert.Equal(change.Change, change.Parts.Sum(p => p.Change), 1e-9);
            Assert.Equal(RandomChange.LineOf(from, parameters), change.Start, 1e-9);
            Assert.Equal(RandomChange.LineOf(to, parameters), change.End, 1e-9);
        }
    }

    internal static KnownAct Act(int number, DateOnly day, double score, double weight) =>
        new(new ActId(new Guid(number, 0, 0, new byte[8]), null), day.DayNumber, score, weight, 1);

    private static double Part(ChangeExplanation change, KnownAct act, ChangeKind kind) =>
        Assert.Single(change.Parts, p => p.Act == act.Id && p.Kind == kind).Change;
}
