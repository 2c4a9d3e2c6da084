using Stance.ViewStates;

namespace Stance.Coverage;

/// <summary>The days of a period on which somebody looked at sources: what tells "none found" from "not looked".</summary>
/// <param name="Spans">Disjoint, ascending, inside the period.</param>
public sealed record WatchedDays(Period Period, IReadOnlyList<Period> Spans)
{
    /// <summary>Sweeps may overlap and reach beyond the period; touching ones become one.</summary>
    public static WatchedDays Of(Period period, IEnumerable<Period> sweeps)
    {
        ArgumentNullException.ThrowIfNull(sweeps);
        var merged = new List<Period>();
        foreach (var sweep in sweeps.Where(s => s.From <= period.To && s.To >= period.From).OrderBy(s => s.From))
        {
            var (from, to) = (sweep.From < period.From ? period.From : sweep.From, sweep.To > period.To ? period.To : sweep.To);
            if (merged.Count > 0 && from <= merged[^1].To.AddDays(1))
                merged[^1] = new Period(merged[^1].From, to > merged[^1].To ? to : merged[^1].To);
            else
                merged.Add(new Period(from, to));
        }
        return new WatchedDays(period, merged);
    }

    public int Count => Spans.Sum(s => s.Days);

    public bool IsNone => Spans.Count == 0;

    public bool IsAll => Count == Period.Days;
}
