using Stance.Diffusion;

namespace Stance.Web.Diffusion;

/// <summary>Days from the trigger as per cent of the track: as far as the breaks reach, and the trigger itself.</summary>
public readonly record struct LagScale(int From, int To)
{
    private static readonly int[] Steps = [7, 14, 30, 60, 90, 180, 365, 730, 1825];
    private const int MostTicks = 6;
    private const int LeastDays = 14;

    /// <summary>Spans that reach out of the period are cut off at its ends.</summary>
    public static LagScale Of(DiffusionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var day = report.Trigger!.Value.DayNumber;
        var (first, last) = (Math.Min(0, report.Period.From.DayNumber - day), Math.Max(0, report.Period.To.DayNumber - day));
        LaggedBreak[] shown = [.. report.Rows.SelectMany(r => new[] { r.After, r.Before }).OfType<LaggedBreak>()];
        var from = Math.Max(first, shown.Select(b => b.From).Append(-LeastDays).Min());
        var to = Math.Min(last, shown.Select(b => b.To).Append(LeastDays).Max());
        var margin = Math.Max(2, (to - from) / 25);
        return new LagScale(from - margin, to + margin);
    }

    public double At(int days) => Math.Clamp(100.0 * (days - From) / (To - From), 0, 100);

    /// <summary>Round numbers of days, the trigger's 0 among them.</summary>
    public IReadOnlyList<int> Ticks()
    {
        var (from, to) = (From, To);
        var step = Steps.FirstOrDefault(s => (to - from) / s < MostTicks, Steps[^1]);
        return [.. Enumerable.Range(from / step, (to / step) - (from / step) + 1).Select(i => i * step)];
    }
}
