using Stance.Alignment;

namespace Stance.Shifts;

/// <summary>A detected break: from one week on the acts of a country speak at another level.</summary>
/// <param name="Monday">First day of the first week at the new level.</param>
/// <param name="From">With <paramref name="To"/>: days the break can lie on, both included.</param>
/// <param name="Stability">Share of the log-penalty range that keeps it, 0…1.</param>
/// <param name="Before">Weighted mean of raw scores since the break before it; <paramref name="After"/> until the next one.</param>
/// <param name="LeadUntil">Last day of the weeks that made the new level: as many as a segment needs at least.</param>
public sealed record ChangePoint(
    DateOnly Monday, DateOnly From, DateOnly To, double Stability, double Before, double After, DateOnly LeadUntil)
{
    public double Change => After - Before;

    public bool IsBold => Stability >= PenaltySweep.BoldFrom;

    public int Direction => Math.Sign(Change);
}

/// <summary>
/// The breaks of a series of weeks (M8): best segmentations for penalties around 2 ln n (<see cref="Pelt"/>, <see cref="PenaltySweep"/>),
/// kept when at least half of the log-penalty range keeps them; the date as the span whose cost lies within 2 ln n of the best.
/// </summary>
public static class ChangePoints
{
    /// <summary>Ascending. None when the weeks are too few, too light or all equal.</summary>
    public static IReadOnlyList<ChangePoint> Find(IReadOnlyList<WeekMean> weeks, SegmentRule rule)
    {
        if (WeeklySpread.Of(weeks) is not { } sigma)
            return [];
        var cost = new SegmentCost(weeks, sigma, rule);
        var penalty = Pelt.DefaultPenalty(weeks.Count);
        var stability = PenaltySweep.Around(cost, penalty).Stability();
        int[] breaks = [.. stability.Where(s => s.Value >= PenaltySweep.ShownFrom).Select(s => s.Key).Order()];
        return [.. breaks.Select((at, i) => Tell(weeks, cost, rule, stability[at],
            i == 0 ? 0 : breaks[i - 1], at, i == breaks.Length - 1 ? weeks.Count : breaks[i + 1]))];
    }

    /// <summary>Days a break between two others can lie on: where its cost exceeds the least by no more than 2 ln n.</summary>
    public static (int First, int Last) Interval(SegmentCost cost, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(cost);
        var places = Enumerable.Range(from + 1, Math.Max(0, to - from - 1))
            .Where(at => cost.IsAdmissible(from, at) && cost.IsAdmissible(at, to))
            .Select(at => (At: at, Cost: cost.Of(from, at) + cost.Of(at, to)))
            .ToList();
        var within = places.Count == 0 ? 0 : places.Min(p => p.Cost) + Pelt.DefaultPenalty(cost.Count);
        var near = places.Where(p => p.Cost <= within).Select(p => p.At).ToList();
        return near.Count == 0 ? (from, to) : (near[0], near[^1]);
    }

    private static ChangePoint Tell(IReadOnlyList<WeekMean> weeks, SegmentCost cost, SegmentRule rule, double stability, int from, int at, int to)
    {
        var (first, last) = Interval(cost, from, to);
        return new ChangePoint(
            weeks[at].Monday,
            weeks[Math.Min(first, at) - 1].Sunday.AddDays(1),
            weeks[Math.Max(last, at)].Sunday,
            stability,
            Mean(weeks, from, at),
            Mean(weeks, at, to),
            weeks[Math.Min(at + rule.Weeks, to) - 1].Sunday);
    }

    private static double Mean(IReadOnlyList<WeekMean> weeks, int from, int to)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var i = from; i < to; i++)
            (sum, weight) = (sum + (weeks[i].Weight * weeks[i].Mean), weight + weeks[i].Weight);
        return sum / weight;
    }
}

/// <summary>The acts that made a new level: those that pull it furthest from the one before.</summary>
public static class LeadingActs
{
    public const int Most = 3;

    /// <summary>Positions of the acts dated inside the span, largest w·(s − before) in the direction of the shift first; only acts that pull that way.</summary>
    public static IReadOnlyList<int> Of(ActEvidence acts, DateOnly from, DateOnly to, double before, int direction)
    {
        var pulls = new List<(int At, double Pull)>();
        for (var i = 0; i < acts.Count; i++)
        {
            if (acts.Days[i] >= from.DayNumber && acts.Days[i] <= to.DayNumber)
                pulls.Add((i, acts.Weights[i] * (acts.Scores[i] - before) * direction));
        }
        return [.. pulls.Where(p => p.Pull > 0).OrderByDescending(p => p.Pull).ThenBy(p => p.At).Take(Most).Select(p => p.At)];
    }
}
