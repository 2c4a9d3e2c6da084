using Stance.Alignment;
using Stance.Explanation;
using Stance.ViewStates;

namespace Stance.Tests.Explanation;

/// <summary>Two moments of one country, with acts learned, corrected, recoded, moved and retracted in between.</summary>
internal static class RandomChange
{
    private static readonly DateOnly Middle = new(2022, 2, 24);

    public static (ChangeMoment From, ChangeMoment To, IndexParameters Parameters) Next(Random random)
    {
        var start = Middle.AddDays(random.Next(-200, 200));
        var end = start.AddDays(random.Next(4) == 0 ? 0 : random.Next(400));
        var prior = random.Next(-8, 9);
        var old = Enumerable.Range(1, random.Next(12))
            .Select(n => ChangeExplanationTests.Act(n, Middle.AddDays(random.Next(-600, 500)), Score(random), random.NextDouble()))
            .ToList();
        var now = old.Where(_ => random.Next(6) > 0).Select(act => random.Next(6) switch
        {
            0 => act with { Score = Score(random) },
            1 => act with { Weight = random.NextDouble() },
            2 => act with { Day = act.Day + random.Next(-100, 100) },
            3 => act with { Score = Score(random), Codebook = 2 },
            _ => act,
        }).ToList();
        for (var n = 100; n < 100 + random.Next(4); n++)
            now.Add(ChangeExplanationTests.Act(n, Middle.AddDays(random.Next(-600, 500)), Score(random), random.NextDouble()));
        return (
            new ChangeMoment(start, prior, old),
            new ChangeMoment(end, random.Next(3) == 0 ? random.Next(-8, 9) : prior, now),
            new IndexParameters(HalfLife.Choices[random.Next(HalfLife.Choices.Count)], 4, random.Next(3) == 0 ? 0.25 : random.Next(1, 6)));
    }

    /// <summary>The same moment by the recursion the charts are drawn with.</summary>
    public static double LineOf(ChangeMoment moment, IndexParameters parameters)
    {
        var acts = moment.Acts.OrderBy(a => a.Day).ToList();
        return AlignmentIndex.Compute(
            new ActEvidence([.. acts.Select(a => a.Day)], [.. acts.Select(a => a.Score)], [.. acts.Select(a => a.Weight)]),
            PriorSteps.Constant(moment.Prior), new Period(moment.Day, moment.Day), parameters).Last.Index;
    }

    private static double Score(Random random) => Math.Round((random.NextDouble() * 20) - 10, 1);
}
