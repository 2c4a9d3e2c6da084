using System.Text.Json.Serialization;

namespace Stance.Web.Charts;

/// <summary>
/// ApexCharts 4.7 options: what the library draws is bands, lines, zero and triggers. Legend, labels, menus, zoom, animations and
/// tooltip are off; axes' texts, notes and strips are ours and stand still. Colours are names of tokens, resolved when drawn.
/// </summary>
public sealed record ApexOptions(
    ApexChart Chart, IReadOnlyList<ApexSeries> Series, IReadOnlyList<string> Colors, ApexStroke Stroke, ApexFill Fill, ApexAxis Xaxis, ApexAxis Yaxis,
    ApexGrid Grid, ApexAnnotations Annotations)
{
    public object Legend { get; } = new { show = false };
    public object DataLabels { get; } = new { enabled = false };
    public object Tooltip { get; } = new { enabled = false };
    public object Markers { get; } = new { size = 0, hover = new { size = 0 } };
    public object States { get; } = new { hover = new { filter = new { type = "none" } }, active = new { filter = new { type = "none" } } };

    public static ApexOptions Of(LineDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var layers = drawing.Series.SelectMany((s, i) => Bands(drawing, s, i)).Concat(drawing.Series.SelectMany((s, i) => Lines(drawing, s, i))).ToList();
        var hasRanges = layers.Any(l => l.Series.Type == "rangeArea");
        return new ApexOptions(
            new ApexChart(hasRanges ? "rangeArea" : "line"),
            [.. layers.Select(l => l.Series)],
            [.. layers.Select(l => l.Colour)],
            new ApexStroke([.. layers.Select(l => l.Width)], [.. layers.Select(l => l.Dash)]),
            new ApexFill([.. layers.Select(l => l.Opacity)]),
            new ApexAxis { Type = "datetime", Min = Time(drawing.From), Max = Time(drawing.To == drawing.From ? drawing.To.AddDays(1) : drawing.To) },
            new ApexAxis { Min = -drawing.Limit, Max = drawing.Limit, TickAmount = 4, Show = false },
            new ApexGrid(),
            new ApexAnnotations(
                [.. drawing.Triggers.Where(t => t.To is null && t.From >= drawing.From && t.From <= drawing.To).Select(t => new ApexLineMark { X = Time(t.From), BorderColor = "var(--ink)", StrokeDashArray = 2 })],
                [new ApexLineMark { Y = 0, BorderColor = "var(--edge)" }]));
    }

    private sealed record Layer(ApexSeries Series, string Colour, double Width = 0, string Dash = "0", double Opacity = 1);

    private static IEnumerable<Layer> Bands(LineDrawing drawing, LineSeries series, int line)
    {
        if (!drawing.HasBands)
            yield break;
        var share = drawing.Series.Count == 1 ? 1 : 0.5;
        var colour = $"var(--{SeriesStyle.Of(series.Place).Token})";
        yield return new Layer(new ApexSeries(series.Name, "rangeArea", line, "band90"), colour, Opacity: Tokens.Light.Band90 * share);
        yield return new Layer(new ApexSeries(series.Name, "rangeArea", line, "band50"), colour, Opacity: Tokens.Light.Band50 * share);
    }

    private static IEnumerable<Layer> Lines(LineDrawing drawing, LineSeries series, int line)
    {
        var isOnly = drawing.Series.Count == 1;
        var style = SeriesStyle.Of(series.Place);
        var colour = $"var(--{style.Token})";
        var dash = style.Dash.Length == 0 ? "0" : style.Dash;
        if (isOnly)
            yield return new Layer(new ApexSeries(series.Name, "line", line, "all"), "var(--page)", 5.5);
        yield return new Layer(new ApexSeries(series.Name, "line", line, "firm"), colour, isOnly ? 2.4 : 2, dash);
        yield return new Layer(new ApexSeries(series.Name, "line", line, "thin"), colour, isOnly ? 2.4 : 1.2, isOnly ? "5 4" : dash);
    }

    private static long Time(DateOnly day) => LineWalk.Day(day) * 86_400_000L;
}

public sealed record ApexChart(string Type)
{
    public string Height { get; } = "100%";
    public string Width { get; } = "100%";
    public string FontFamily { get; } = $"{StanceTheme.Sans}, system-ui, sans-serif";
    public string Background { get; } = "transparent";
    public string ForeColor { get; } = "var(--t2)";
    public int ParentHeightOffset { get; }
    public object Toolbar { get; } = new { show = false };
    public object Zoom { get; } = new { enabled = false };
    public object Selection { get; } = new { enabled = false };
    public object Animations { get; } = new { enabled = false };
}

/// <summary>A layer of the picture; the script lays the points of a walked line into it, so that each number is sent once.</summary>
/// <param name="Line">Which of <see cref="LineWalk.Series"/>.</param>
/// <param name="Show">all, firm, thin (the others are gaps), band90 or band50.</param>
public sealed record ApexSeries(string Name, string Type, int Line, string Show);

/// <param name="DashArray">Patterns as SVG writes them; the library hands them on.</param>
public sealed record ApexStroke(IReadOnlyList<double> Width, IReadOnlyList<string> DashArray)
{
    public string Curve { get; } = "straight";
    public string LineCap { get; } = "butt";
}

public sealed record ApexFill(IReadOnlyList<double> Opacity)
{
    public string Type { get; } = "solid";
}

public sealed record ApexAxis
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Type { get; init; }
    public double Min { get; init; }
    public double Max { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? TickAmount { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? Show { get; init; }
    public object Labels { get; } = new { show = false, datetimeUTC = true };
    public object AxisBorder { get; } = new { show = false };
    public object AxisTicks { get; } = new { show = false };
    public object Crosshairs { get; } = new { show = false };
    public object Tooltip { get; } = new { enabled = false };
}

public sealed record ApexGrid
{
    public string BorderColor { get; } = "var(--rule)";
    public object Xaxis { get; } = new { lines = new { show = false } };
    public object Yaxis { get; } = new { lines = new { show = true } };
    public object Padding { get; } = new { left = 0, right = 0, top = 0, bottom = 0 };
}

public sealed record ApexAnnotations(IReadOnlyList<ApexLineMark> Xaxis, IReadOnlyList<ApexLineMark> Yaxis);

public sealed record ApexLineMark
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public long? X { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public double? Y { get; init; }
    public required string BorderColor { get; init; }
    public double StrokeDashArray { get; init; }
    public double Opacity { get; } = 1;
}
