using Stance.Alignment;

namespace Stance.Variations;

/// <summary>An act as variations need it: day, score s, starting weight q·g, and the number of its kind.</summary>
public readonly record struct MoveAct(int Day, double Score, double Weight, int Kind);

/// <summary>One country's index at the two ends of a period, with everything it depends on, ready to be varied.</summary>
/// <param name="Kinds">How many kinds of act there are; <see cref="MoveAct.Kind"/> lies below it.</param>
public sealed record MoveCase(
    IReadOnlyList<MoveAct> Acts, int Kinds, DateOnly From, DateOnly To, double PriorFrom, double PriorTo, IndexParameters Parameters)
{
    /// <summary>Scores stay within the scale, whatever the factor.</summary>
    private const double Bound = 10;

    public double Change(Variation variation) => Level(variation, To, PriorTo) - Level(variation, From, PriorFrom);

    public double LevelAtEnd(Variation variation) => Level(variation, To, PriorTo);

    /// <summary>M1 by its definition, with factors on b, h and k₀; 0 when neither a starting value nor an act counts.</summary>
    private double Level(Variation variation, DateOnly on, double prior)
    {
        ArgumentNullException.ThrowIfNull(variation);
        var perDay = Parameters.HalfLife.Days is { } days ? Math.Log(2) / (days * variation.HalfLife) : 0;
        var strength = Parameters.PriorStrength * variation.PriorStrength;
        var (flow, weight) = (0.0, 0.0);
        foreach (var act in Acts)
        {
            var age = on.DayNumber - act.Day;
            if (age < 0)
                continue;
            var left = act.Weight * Math.Exp(-perDay * age);
            flow += left * Math.Clamp(act.Score * variation.Scores[act.Kind], -Bound, Bound);
            weight += left;
        }
        return strength + weight > 0 ? ((strength * prior) + flow) / (strength + weight) : 0;
    }
}

/// <summary>Factors on the base score of each kind of act, on the half-life and on the strength of the starting value.</summary>
public sealed record Variation(IReadOnlyList<double> Scores, double HalfLife, double PriorStrength)
{
    /// <summary>Every factor 1.</summary>
    public static Variation None(int kinds) => new([.. Enumerable.Repeat(1.0, kinds)], 1, 1);
}
