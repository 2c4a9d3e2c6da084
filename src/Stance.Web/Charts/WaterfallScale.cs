namespace Stance.Web.Charts;

/// <summary>Index points as per cent of the width. Zero is in view unless the bars would shrink to nothing beside it.</summary>
public sealed class WaterfallScale
{
    /// <summary>How many times the bars' own span may lie between them and zero.</summary>
    private const double Farthest = 4;

    private static readonly int[] Multiples = [1, 2, 5, 10];

    private readonly double low;
    private readonly double high;

    public WaterfallScale(WaterfallDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var level = drawing.Start.Value;
        var (least, most) = (level, level);
        foreach (var change in drawing.Bars.Select(b => b.Change).Append(drawing.Others?.Change ?? 0))
        {
            level += change;
            (least, most) = (Math.Min(least, level), Math.Max(most, level));
        }
        var span = Math.Max(most - least, 0.01);
        IsCut = Math.Max(least, -most) > Farthest * span;
        (low, high) = IsCut ? (least - (span / 4), most + (span / 4)) : (Math.Min(least, 0), Math.Max(most, 0));
        if (high - low < span)
            high = low + span;
        Step = StepOf(high - low);
        low = Math.Floor((low / Step) + 1e-9) * Step;
        high = Math.Ceiling((high / Step) - 1e-9) * Step;
    }

    /// <summary>Zero lies outside: totals are drawn from the nearer edge, and the subtitle must say so.</summary>
    public bool IsCut { get; }

    public double Step { get; }

    /// <summary>Where totals are drawn from.</summary>
    public double Base => IsCut ? (low > 0 ? low : high) : 0;

    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Round((high - low) / Step);
            return Enumerable.Range(0, count + 1).Select(i => Math.Round(low + (i * Step), 6));
        }
    }

    public double At(double value) => 100 * (value - low) / (high - low);

    /// <summary>1, 2 or 5 times a power of ten, for three to eight ticks.</summary>
    private static double StepOf(double span)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / 4)));
        return power * Multiples.First(times => span / (power * times) <= 6);
    }
}
