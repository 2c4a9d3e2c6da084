using System.Globalization;
using System.Text;

namespace Stance.Web.Charts;

/// <summary>Lines and bands in a box that is stretched over the plot; the same shapes at every width. A picture gives its plot's own size.</summary>
public sealed class LinePaths(LineDrawing drawing, double width = 1000, double height = 1000)
{
    /// <summary>Lines that coincide are set this far apart, in pixels of a plot of <see cref="NominalHeight"/>.</summary>
    private const double Apart = 2.6;
    public const double NominalHeight = 340;

    /// <summary>Up to four lines have a thousand points each; more share, so that a chart costs the same however many it has.</summary>
    private const int MostInAll = 4000;
    private const int LeastOfMany = 500;

    public string ViewBox => $"0 0 {Svg.Num(width)} {Svg.Num(height)}";

    private readonly TimeScale _time = new(drawing.From, drawing.To);

    /// <summary>Per cent from the top.</summary>
    public double Y(double value) => 100 * (drawing.Limit - Math.Clamp(value, -drawing.Limit, drawing.Limit)) / (2 * drawing.Limit);

    public double X(DateOnly day) => _time.At(day);

    /// <summary>The points that are drawn: decimated, and with several countries only from the first act on.</summary>
    public IReadOnlyList<LinePoint> Drawn(LineSeries series)
    {
        IReadOnlyList<LinePoint> points = series.Points;
        if (drawing.Series.Count > 1)
            points = series.FirstAct is { } first ? [.. series.Points.Where(p => p.Date >= first)] : [];
        return Decimation.Keep(points, Math.Clamp(MostInAll / Math.Max(1, drawing.Series.Count), LeastOfMany, Decimation.MostPoints));
    }

    /// <summary>Stretches of the line, thin ones apart from firm ones; neighbours share a point.</summary>
    public IReadOnlyList<Stretch> Stretches(LineSeries series)
    {
        var points = Drawn(series);
        var stretches = new List<Stretch>();
        for (var start = 0; start < points.Count;)
        {
            var end = start;
            while (end + 1 < points.Count && points[end + 1].IsThin == points[start].IsThin)
                end++;
            var from = start > 0 && points[start].IsThin ? start - 1 : start;
            var to = end + 1 < points.Count && points[start].IsThin ? end + 1 : end;
            stretches.Add(new Stretch(points[start].IsThin, [.. points.Skip(from).Take(to - from + 1)]));
            start = end + 1;
        }
        return stretches;
    }

    /// <summary>The path of a stretch, lifted where other lines coincide: after its first point only the way to each next, in tenths.</summary>
    public string Line(LineSeries series, IReadOnlyList<LinePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var (text, before) = (new StringBuilder(), (X: 0, Y: 0));
        for (var i = 0; i < points.Count; i++)
        {
            var at = (X: Tenths(X(points[i].Date) * width / 100), Y: Tenths(Y(Lifted(series, points[i])) * height / 100));
            var (right, down) = (at.X - before.X, at.Y - before.Y);
            text.Append(i switch { 0 => "M", 1 => "l", _ => right < 0 ? "" : " " });
            text.Append(CultureInfo.InvariantCulture, $"{right / 10.0:0.#}{(down < 0 ? "" : " ")}{down / 10.0:0.#}");
            before = at;
        }
        return text.ToString();
    }

    private static int Tenths(double place) => (int)Math.Round(place * 10, MidpointRounding.AwayFromZero);

    /// <summary>The value at which a point is drawn: its own, moved a little where other lines run through the same place.</summary>
    public double Lifted(LineSeries series, LinePoint point)
    {
        if (drawing.Series.Count < 2)
            return point.Index;
        var near = drawing.Limit * 0.012;
        var (before, together) = (0, 0);
        foreach (var other in drawing.Series)
        {
            if (other.FirstAct is null || other.FirstAct > point.Date || At(other, point.Date) is not { } value || Math.Abs(value - point.Index) > near)
                continue;
            together++;
            if (other.Place < series.Place)
                before++;
        }
        return point.Index + ((((together - 1) / 2.0) - before) * Apart / NominalHeight * 2 * drawing.Limit);
    }

    public string Band(IReadOnlyList<LinePoint> points, Func<LinePoint, double> low, Func<LinePoint, double> high)
    {
        ArgumentNullException.ThrowIfNull(low);
        ArgumentNullException.ThrowIfNull(high);
        var text = new StringBuilder();
        foreach (var point in points)
            Append(text, point.Date, high(point));
        foreach (var point in points.Reverse())
            Append(text, point.Date, low(point));
        return text.ToString();
    }

    /// <summary>The same shape in a box of 1 by 1, for clipping a hatch that must not be stretched.</summary>
    public string Clip(IReadOnlyList<LinePoint> points, Func<LinePoint, double> low, Func<LinePoint, double> high)
    {
        ArgumentNullException.ThrowIfNull(low);
        ArgumentNullException.ThrowIfNull(high);
        var text = new StringBuilder();
        foreach (var point in points)
            AppendUnit(text, point.Date, high(point));
        foreach (var point in points.Reverse())
            AppendUnit(text, point.Date, low(point));
        return text.ToString();
    }

    private static double? At(LineSeries series, DateOnly day)
    {
        if (series.Points.Count == 0)
            return null;
        var i = day.DayNumber - series.Points[0].Date.DayNumber;
        return i >= 0 && i < series.Points.Count && series.Points[i].Date == day ? series.Points[i].Index : null;
    }

    private void Append(StringBuilder text, DateOnly day, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{X(day) * width / 100:0.#},{Y(value) * height / 100:0.#} ");

    private void AppendUnit(StringBuilder text, DateOnly day, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{X(day) / 100:0.####},{Y(value) / 100:0.####} ");
}

/// <summary>A run of points of equal firmness.</summary>
public sealed record Stretch(bool IsThin, IReadOnlyList<LinePoint> Points);
