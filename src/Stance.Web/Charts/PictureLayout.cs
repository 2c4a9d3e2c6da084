namespace Stance.Web.Charts;

/// <summary>What stands around a picture of a chart.</summary>
/// <param name="Brief">Sentences under the drawing, as many as there is room for.</param>
/// <param name="Sources">Source, filters, knowledge date, codebook, address; always whole.</param>
public sealed record PictureCaption(string Title, string Subtitle, IReadOnlyList<string> Brief, IReadOnlyList<string> Sources);

/// <summary>The formats an image file comes in; the drawing is as wide as <paramref name="Width"/> and scaled to <paramref name="OutputWidth"/>.</summary>
public sealed record PictureFormat(double Width, double OutputWidth, double OutputHeight)
{
    /// <summary>1200 × 675, for slides and articles.</summary>
    public static PictureFormat Landscape { get; } = new(1600, 1200, 675);

    /// <summary>1080 × 1350, for phones; the brief stands under the drawing.</summary>
    public static PictureFormat Portrait { get; } = new(1080, 1080, 1350);
}

/// <summary>Where the parts of a picture stand, from top to bottom. It grows downward when they need more than the format's height.</summary>
public sealed class PictureLayout
{
    public const double Margin = 40;

    private const double SerifLetter = 13.6;
    private const double SansLetter = 6.6;
    private const double BriefLetter = 7.9;
    private const double TitleLine = 36;
    private const double TextLine = 19;
    private const double BriefLine = 24;
    private const double LeftOfPlot = 46;
    private const double RightOfOne = 112;
    private const double RightOfSeveral = 190;
    private const double Foot = 56;

    private readonly double _briefTop;

    public PictureLayout(LineDrawing drawing, PictureCaption caption, PictureFormat format)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentNullException.ThrowIfNull(caption);
        ArgumentNullException.ThrowIfNull(format);
        var text = format.Width - (2 * Margin);
        Width = format.Width;
        PlotWidth = text - LeftOfPlot - (drawing.Series.Count > 1 ? RightOfSeveral : RightOfOne);
        Title = TextLines.Wrap(caption.Title, (int)(text / SerifLetter));
        Subtitle = TextLines.Wrap(caption.Subtitle, (int)(text / BriefLetter));
        Sources = [.. caption.Sources.SelectMany(s => TextLines.Wrap(s, (int)(text / SansLetter)))];
        PlotTop = SubtitleY(Subtitle.Count - 1) + 34;
        var time = new TimeScale(drawing.From, drawing.To);
        var below = PlotBottom;
        if (drawing.Acts is { Count: > 0 } acts)
        {
            Acts = new ActStrip(acts, time);
            ActsTop = below + 30;
            below = ActsTop + Acts.Height;
        }
        if (drawing.Series.FirstOrDefault(s => s.Country == drawing.FlowCountry) is { } flow)
        {
            Flow = new FlowBars(flow.Points, time);
            FlowTop = below + 36;
            below = FlowTop + FlowShapes.Height;
        }
        DatesTop = below;
        _briefTop = DatesTop + 66;
        var least = format.OutputHeight * format.Width / format.OutputWidth;
        var room = least - Foot - (Sources.Count * TextLine) - _briefTop;
        Brief = Fitting(caption.Brief, (int)(text / BriefLetter), (int)(room / BriefLine));
        Height = Math.Max(least, DatesTop + 38 + (Sources.Count * TextLine) + Foot);
        OutputWidth = format.OutputWidth;
        OutputHeight = Math.Round(Height * format.OutputWidth / format.Width);
    }

    public double Width { get; }

    public double Height { get; }

    public double OutputWidth { get; }

    public double OutputHeight { get; }

    public IReadOnlyList<string> Title { get; }

    public IReadOnlyList<string> Subtitle { get; }

    public IReadOnlyList<string> Brief { get; }

    public IReadOnlyList<string> Sources { get; }

    public ActStrip? Acts { get; }

    public FlowBars? Flow { get; }

    public double PlotLeft => Margin + LeftOfPlot;

    public double PlotWidth { get; }

    public double PlotTop { get; }

    public double PlotBottom => PlotTop + LinePaths.NominalHeight;

    public double ActsTop { get; }

    public double FlowTop { get; }

    public double DatesTop { get; }

    public double TitleY(int line) => Margin + 26 + (line * TitleLine);

    public double SubtitleY(int line) => TitleY(Title.Count - 1) + 32 + (line * TextLine);

    public double BriefY(int line) => _briefTop + (line * BriefLine);

    public double SourceY(int line) => Height - Foot - ((Sources.Count - 1 - line) * TextLine);

    /// <summary>Whole sentences only: half of one may say the opposite.</summary>
    private static List<string> Fitting(IReadOnlyList<string> sentences, int letters, int lines)
    {
        var fitting = new List<string>();
        foreach (var sentence in sentences)
        {
            var wrapped = TextLines.Wrap(sentence, letters);
            if (fitting.Count + wrapped.Count > lines)
                break;
            fitting.AddRange(wrapped);
        }
        return fitting;
    }
}
