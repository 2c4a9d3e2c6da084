namespace Stance.Web.Charts;

/// <summary>The complete options for the library, and the points that pointer and keys walk. Names are text; nothing of the library shows them.</summary>
public sealed record ApexPicture(ApexOptions Options, LineWalk Walk)
{
    public static ApexPicture Of(LineDrawing drawing) => new(ApexOptions.Of(drawing), LineWalk.Of(drawing, new LinePaths(drawing)));
}

/// <summary>Days are counted from 1 January 1970.</summary>
public sealed record LineWalk(int From, int To, double Limit, int Digits, IReadOnlyList<WalkSeries> Series, IReadOnlyList<WalkAct> Acts)
{
    private const int MostActs = 400;

    /// <summary>Digits of a value on screen; in a plot of usual height a hundredth is less than a fifth of a pixel.</summary>
    private const int Shown = 2;

    public static LineWalk Of(LineDrawing drawing, LinePaths paths)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentNullException.ThrowIfNull(paths);
        return new LineWalk(Day(drawing.From), Day(drawing.To), drawing.Limit, Shown,
            [.. drawing.Series.Select(s => Walk(s, paths, drawing))],
            [.. (drawing.Acts ?? []).OrderByDescending(a => Math.Abs(a.Score)).Take(MostActs).Select(a => new WalkAct(Day(a.Date), a.When, a.Title, a.Score))]);
    }

    public static int Day(DateOnly date) => date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private static WalkSeries Walk(LineSeries series, LinePaths paths, LineDrawing drawing)
    {
        var points = paths.Drawn(series);
        var days = points.Select(p => Day(p.Date)).ToList();
        IReadOnlyList<int> All(Func<LinePoint, double> value) => Steps.Of(points.Select(value), Shown);
        IReadOnlyList<int> Band(Func<LinePoint, double> value) => drawing.HasBands ? All(value) : [];
        return new WalkSeries(series.Country, series.Name, $"var(--{SeriesStyle.Of(series.Place).Token})", days.FirstOrDefault(), Steps.OfDays(days),
            All(p => p.Index), All(p => paths.Lifted(series, p) - p.Index), drawing.Series.Count == 1 ? All(p => p.Weight) : [], Runs(points),
            Band(p => p.Low90), Band(p => p.High90), Band(p => p.Low50), Band(p => p.High50));
    }

    /// <summary>How many points are firm, then how many thin, and so on in turn.</summary>
    private static List<int> Runs(IReadOnlyList<LinePoint> points)
    {
        var runs = new List<int> { 0 };
        foreach (var point in points)
        {
            if (point.IsThin != (runs.Count % 2 == 0))
                runs.Add(0);
            runs[^1]++;
        }
        return runs;
    }
}

/// <summary>A line as pointer and keys walk it and as the library draws it; all numbers but the first day and the runs as <see cref="Steps"/>.</summary>
/// <param name="Lifts">How far the points stand from their values: moved a little where lines coincide.</param>
/// <param name="Weights">Told of a single line only.</param>
/// <param name="Runs">Points that are firm, then thin, in turn.</param>
public sealed record WalkSeries(
    string Code, string Name, string Colour, int First, IReadOnlyList<int> Days, IReadOnlyList<int> Values, IReadOnlyList<int> Lifts,
    IReadOnlyList<int> Weights, IReadOnlyList<int> Runs, IReadOnlyList<int> Low90, IReadOnlyList<int> High90, IReadOnlyList<int> Low50,
    IReadOnlyList<int> High50);

public sealed record WalkAct(int Day, string When, string Title, double Score);
