using Stance.ViewStates;

namespace Stance.Alignment;

/// <summary>A country's index on each day of a period, with the evidence behind it; arrays run from the first day to the last.</summary>
public sealed class AlignmentLine(Period period, IndexParameters parameters)
{
    public Period Period { get; } = period;

    public IndexParameters Parameters { get; } = parameters;

    public double[] Index { get; } = new double[period.Days];

    /// <summary>W: the evidence weight of the day.</summary>
    public double[] Weight { get; } = new double[period.Days];

    /// <summary>F = Σ w s: the companion flow, without division or starting value.</summary>
    public double[] Flow { get; } = new double[period.Days];

    /// <summary>Σ w²; n_eff = W²/Σ w².</summary>
    public double[] SquaredWeight { get; } = new double[period.Days];

    public AlignmentPoint this[int i] => new(Period.From.AddDays(i), Index[i], Weight[i], Flow[i], SquaredWeight[i], Parameters);

    public AlignmentPoint On(DateOnly day) => this[day.DayNumber - Period.From.DayNumber];

    public AlignmentPoint Last => this[Index.Length - 1];

    public IEnumerable<AlignmentPoint> Points => Enumerable.Range(0, Index.Length).Select(i => this[i]);
}

/// <summary>One day of a line. Bands are unclipped; drawings clip them to ±10.</summary>
public readonly record struct AlignmentPoint(
    DateOnly Date, double Index, double Weight, double Flow, double SquaredWeight, IndexParameters Parameters)
{
    /// <summary>Half-width of the 90 % band in standard errors.</summary>
    public const double Z90 = 1.6448536;

    /// <summary>Half-width of the 50 % band in standard errors.</summary>
    public const double Z50 = 0.6744898;

    /// <summary>Below this evidence weight a value is called thin.</summary>
    public const double ThinBelow = 1;

    /// <summary>σ / √(k₀ + W).</summary>
    public double StandardError => Parameters.Sigma / Math.Sqrt(Parameters.PriorStrength + Weight);

    public double Low90 => Index - (Z90 * StandardError);

    public double High90 => Index + (Z90 * StandardError);

    public double Low50 => Index - (Z50 * StandardError);

    public double High50 => Index + (Z50 * StandardError);

    /// <summary>n_eff = W²/Σ w²; 0 without acts.</summary>
    public double EffectiveEvidence => SquaredWeight > 0 ? Weight * Weight / SquaredWeight : 0;

    public bool IsThin => Weight < ThinBelow;
}
