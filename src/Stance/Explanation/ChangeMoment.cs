using Stance.Acts;
using Stance.Alignment;

namespace Stance.Explanation;

/// <summary>An act as it was known at a moment: the day it counts on, its score s, its starting weight q·g and the codebook it was scored by.</summary>
/// <param name="Codebook">Any number that is the same for the same version of the codebook.</param>
public readonly record struct KnownAct(ActId Id, int Day, double Score, double Weight, int Codebook)
{
    /// <summary>w = q·g·2^(−(t − t_i)/h); 0 before the act's day.</summary>
    public double WeightOn(DateOnly day, IndexParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var age = day.DayNumber - Day;
        return age < 0 ? 0 : Weight * parameters.HalfLife.Left(age);
    }
}

/// <summary>A day of a country's line, with what was known of it: μ₀ of that day and every act known then, whatever its date.</summary>
public sealed record ChangeMoment(DateOnly Day, double Prior, IReadOnlyList<KnownAct> Acts)
{
    /// <summary>k₀ of the codebook in force when this was known; null = that of the parameters.</summary>
    public double? PriorStrength { get; init; }

    /// <summary>W = Σ w over the acts dated up to the day.</summary>
    public double Weight(IndexParameters parameters) => Acts.Sum(a => a.WeightOn(Day, parameters));

    /// <summary>I = (k₀ μ₀ + Σ w s)/(k₀ + W), by definition and not by recursion.</summary>
    public double Index(IndexParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var pull = Acts.Sum(a => a.WeightOn(Day, parameters) * a.Score);
        var strength = StrengthUnder(parameters);
        return ((strength * Prior) + pull) / (strength + Weight(parameters));
    }

    internal double StrengthUnder(IndexParameters parameters) => PriorStrength ?? parameters.PriorStrength;
}
