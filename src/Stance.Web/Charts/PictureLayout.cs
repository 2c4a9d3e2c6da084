namespace Stance.Web.Charts;

/// <summary>Where the strips of a line stand in its picture.</summary>
public sealed class PictureLayout
{
    private const double LeftOfPlot = 46;
    private const double RightOfOne = 112;
    private const double RightOfSeveral = 190;
    private const double DatesHeight = 26;

    private readonly double _acts;
    private readonly double _flow;
    private readonly double _dates = LinePaths.NominalHeight;

    public PictureLayout(LineDrawing drawing, PictureCaption caption, PictureFormat format)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var time = new TimeScale(drawing.From, drawing.To);
        if (drawing.Acts is { Count: > 0 } acts)
        {
            Acts = new ActStrip(acts, time);
            _acts = _dates + 30;
            _dates = _acts + Acts.Height;
        }
        if (drawing.Series.FirstOrDefault(s => s.Country == drawing.FlowCountry) is { } flow)
        {
            Flow = new FlowBars(flow.Points, time);
            _flow = _dates + 36;
            _dates = _flow + FlowShapes.Height;
        }
        Frame = new FrameLayout(caption, format, _ => _dates + DatesHeight);
        PlotWidth = Frame.BodyWidth - LeftOfPlot - (drawing.Series.Count > 1 ? RightOfSeveral : RightOfOne);
    }

    public FrameLayout Frame { get; }

    public ActStrip? Acts { get; }

    public FlowBars? Flow { get; }

    public static double PlotLeft => FrameLayout.Margin + LeftOfPlot;

    public double PlotWidth { get; }

    public double PlotTop => Frame.BodyTop;

    public double PlotBottom => PlotTop + LinePaths.NominalHeight;

    public double ActsTop => PlotTop + _acts;

    public double FlowTop => PlotTop + _flow;

    public double DatesTop => PlotTop + _dates;
}
