using Stance.Wording;

namespace Stance.Web.Charts;

/// <summary>The index line as a table: every day up to thirteen months, then the last day of each week, month or year.</summary>
public static class LineTable
{
    private const int MostDays = 400;

    public static TableDrawing Of(LineDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var days = drawing.To.DayNumber - drawing.From.DayNumber + 1;
        var step = days <= MostDays ? 1 : days <= MostDays * 7 ? 7 : days <= MostDays * 30 ? 30 : 365;
        IReadOnlyList<TableColumn> columns =
        [
            new("Date"), new("Country"), new("Index", true), new("50% band", true), new("90% band", true), new("Weight", true), new("Flow", true),
            .. drawing.Breaks.Count > 0 ? new TableColumn[] { new("Break") } : [],
            .. drawing.NewSources.Count > 0 ? new TableColumn[] { new("Sources") } : [],
        ];
        return new TableDrawing($"Index by day, {(step == 1 ? "every day" : $"every {step} days")}, newest first; bands unclipped", columns,
            [.. drawing.Series.SelectMany(s => Rows(drawing, s, step)).OrderByDescending(r => r.Date).Select(r => r.Cells)]);
    }

    private static IEnumerable<(DateOnly Date, IReadOnlyList<string> Cells)> Rows(LineDrawing drawing, LineSeries series, int step)
    {
        for (var i = series.Points.Count - 1; i >= 0; i -= step)
        {
            var p = series.Points[i];
            yield return (p.Date,
            [
                DateWords.Day(p.Date), series.Name, NumberWords.Index(p.Index), NumberWords.Range(p.Low50, p.High50),
                NumberWords.Range(p.Low90, p.High90), NumberWords.Weight(p.Weight), NumberWords.Flow(p.Flow),
                .. drawing.Breaks.Count > 0 ? new[] { BreakIn(drawing, p.Date.AddDays(1 - step), p.Date) } : [],
                .. drawing.NewSources.Count > 0 ? new[] { SourcesIn(drawing, p.Date.AddDays(1 - step), p.Date) } : [],
            ]);
        }
    }

    private static string SourcesIn(LineDrawing drawing, DateOnly from, DateOnly to) =>
        string.Join("; ", drawing.NewSources.Where(s => s.Day >= from && s.Day <= to).Select(s => s.Title));

    private static string BreakIn(LineDrawing drawing, DateOnly from, DateOnly to) => string.Join("; ", drawing.Breaks
        .Where(b => b.Day >= from && b.Day <= to)
        .Select(b => $"{b.Title}, between {DateWords.Day(b.From)} and {DateWords.Day(b.To)}, {b.Stability} stable"));
}
