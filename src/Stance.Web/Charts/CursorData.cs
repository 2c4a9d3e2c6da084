using System.Text.Json;

namespace Stance.Web.Charts;

/// <summary>
/// What the one cursor of a page says of a chart on a day: its days, its scale and the values of its lines, in few bytes.
/// Days are counted from 1 January 1970, values in whole steps of the last digit shown, each as the difference to the one before.
/// </summary>
/// <param name="Limit">Half the scale; 0 = the values stand in no plot of their own and are only said.</param>
public sealed record CursorData(int From, int To, double Limit, int Digits, IReadOnlyList<CursorSeries> Series)
{
    private static readonly JsonSerializerOptions Short = new(JsonSerializerDefaults.Web);

    public static CursorData Of(LineDrawing drawing, LinePaths paths)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentNullException.ThrowIfNull(paths);
        return new CursorData(LineWalk.Day(drawing.From), LineWalk.Day(drawing.To), drawing.Limit, 2,
            [.. drawing.Series.Select(s => (Series: s, Points: paths.Drawn(s))).Where(s => s.Points.Count > 0)
                .Select(s => CursorSeries.Of(s.Series.Name, s.Series.Place, 2, s.Points.Select(p => (p.Date, p.Index))))]);
    }

    public static CursorData Of(GapDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        return new CursorData(LineWalk.Day(drawing.From), LineWalk.Day(drawing.To), drawing.Limit, 2,
            drawing.Points.Count == 0 ? [] : [CursorSeries.Of("Gap", 0, 2, drawing.Points.Select(p => (p.Date, p.Gap)))]);
    }

    public static CursorData OfFlow(LineSeries series, LineDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(drawing);
        return new CursorData(LineWalk.Day(drawing.From), LineWalk.Day(drawing.To), 0, 1,
            series.Points.Count == 0 ? [] : [CursorSeries.Of("Flow", 0, 1, Decimation.Keep(series.Points).Select(p => (p.Date, p.Flow)))]);
    }

    /// <summary>Days without values: a strip.</summary>
    public static CursorData OfDays(LineDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        return new CursorData(LineWalk.Day(drawing.From), LineWalk.Day(drawing.To), 0, 0, []);
    }

    public string Print() => JsonSerializer.Serialize(this, Short);
}

/// <param name="Days">Empty = every day from <paramref name="First"/> on; otherwise the days from one point to the next.</param>
public sealed record CursorSeries(string Name, string Colour, int First, IReadOnlyList<int> Days, IReadOnlyList<int> Values)
{
    public static CursorSeries Of(string name, int place, int digits, IEnumerable<(DateOnly Day, double Value)> points)
    {
        var all = points.ToList();
        var days = all.ConvertAll(p => LineWalk.Day(p.Day));
        return new CursorSeries(name, $"var(--{SeriesStyle.Of(place).Token})", days[0], Steps.OfDays(days), Steps.Of(all.Select(p => p.Value), digits));
    }
}
