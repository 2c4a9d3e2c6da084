namespace Stance.Web.Charts;

/// <summary>The complete options for the library, and the points that pointer and keys walk. Names are text; nothing of the library shows them.</summary>
public sealed record ApexPicture(ApexOptions Options, LineWalk Walk)
{
    public static ApexPicture Of(LineDrawing drawing)
    {
        var paths = new LinePaths(drawing);
        return new ApexPicture(ApexOptions.Of(drawing, paths), LineWalk.Of(drawing, paths));
    }
}

/// <summary>Days are counted from 1 January 1970.</summary>
public sealed record LineWalk(int From, int To, double Limit, IReadOnlyList<WalkSeries> Series, IReadOnlyList<WalkAct> Acts)
{
    private const int MostActs = 400;

    public static LineWalk Of(LineDrawing drawing, LinePaths paths)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentNullException.ThrowIfNull(paths);
        return new LineWalk(Day(drawing.From), Day(drawing.To), drawing.Limit,
            [.. drawing.Series.Select(s => Walk(s, paths, drawing.Series.Count == 1))],
            [.. (drawing.Acts ?? []).OrderByDescending(a => Math.Abs(a.Score)).Take(MostActs).Select(a => new WalkAct(Day(a.Date), a.When, a.Title, a.Score))]);
    }

    public static int Day(DateOnly date) => date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private static WalkSeries Walk(LineSeries series, LinePaths paths, bool withBands)
    {
        var points = paths.Drawn(series);
        double[] All(Func<LinePoint, double> value) => [.. points.Select(p => Math.Round(value(p), 3))];
        double[] Band(Func<LinePoint, double> value) => withBands ? All(value) : [];
        return new WalkSeries(series.Country, series.Name, $"var(--{SeriesStyle.Of(series.Place).Token})", [.. points.Select(p => Day(p.Date))],
            All(p => p.Index), All(p => paths.Lifted(series, p)), All(p => p.Weight),
            Band(p => p.Low90), Band(p => p.High90), Band(p => p.Low50), Band(p => p.High50));
    }
}

/// <param name="Drawn">Where the points stand: moved a little where lines coincide.</param>
public sealed record WalkSeries(
    string Code, string Name, string Colour, IReadOnlyList<int> Days, IReadOnlyList<double> Values, IReadOnlyList<double> Drawn,
    IReadOnlyList<double> Weights, IReadOnlyList<double> Low90, IReadOnlyList<double> High90, IReadOnlyList<double> Low50,
    IReadOnlyList<double> High50);

public sealed record WalkAct(int Day, string When, string Title, double Score);
