namespace Stance.Web.Charts;

/// <summary>The flow as bars from zero: weekly up to thirteen months, wider for longer spans. A bar shows the flow on its last day.</summary>
public sealed class FlowBars
{
    private const int MostBars = 60;
    private static readonly double[] NiceSteps = [5, 3, 2, 1.5, 1];

    public FlowBars(IReadOnlyList<LinePoint> points, TimeScale time)
    {
        ArgumentNullException.ThrowIfNull(points);
        var days = Math.Max(7, (time.Days + MostBars) / MostBars);
        var bars = new List<FlowBar>();
        for (var last = points.Count - 1; last >= 0; last -= days)
            bars.Add(new FlowBar(time.At(points[Math.Max(0, last - days)].Date), time.At(points[last].Date), points[last].Flow));
        bars.Reverse();
        Bars = bars;
        Last = points.Count > 0 ? points[^1].Flow : 0;
        High = Math.Max(1, bars.Select(b => b.Value).DefaultIfEmpty(0).Max());
        Low = Math.Min(0, bars.Select(b => b.Value).DefaultIfEmpty(0).Min());
        if (Low < 0 && bars.All(b => b.Value <= 0))
            High = 0;
        Tick = Nice(Math.Max(High, -Low)) * (High >= -Low ? 1 : -1);
    }

    public IReadOnlyList<FlowBar> Bars { get; }

    public double Last { get; }

    public double Low { get; }

    public double High { get; }

    /// <summary>The one labelled value besides zero.</summary>
    public double Tick { get; }

    /// <summary>Pixels from the top of a strip of this height.</summary>
    public double Y(double value, double height) => height * (High - value) / (High - Low);

    private static double Nice(double most)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return NiceSteps.First(m => m * unit <= most * 1.0001) * unit;
    }
}

/// <param name="Left">Per cent of the plot's width, like <paramref name="Right"/>.</param>
public readonly record struct FlowBar(double Left, double Right, double Value);
