namespace Stance.Web.Charts;

/// <summary>Where the words around a drawing stand, from top to bottom. The picture grows downward when they need more than the format's height.</summary>
public sealed class FrameLayout
{
    public const double Margin = 40;

    private const double SerifLetter = 14.9;
    private const double SansLetter = 6.6;
    private const double BriefLetter = 7.9;
    private const double TitleLine = 36;
    private const double TextLine = 19;
    private const double BriefLine = 24;
    private const double AboveSources = 12;
    private const double Foot = 56;

    private readonly double _briefTop;

    /// <param name="bodyHeight">How high the drawing is, told the room there is without growing.</param>
    public FrameLayout(PictureCaption caption, PictureFormat format, Func<double, double> bodyHeight)
    {
        ArgumentNullException.ThrowIfNull(caption);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(bodyHeight);
        Width = format.Width;
        Title = TextLines.Wrap(caption.Title, (int)(BodyWidth / SerifLetter));
        Subtitle = TextLines.Wrap(caption.Subtitle, (int)(BodyWidth / BriefLetter));
        Sources = [.. caption.Sources.SelectMany(s => TextLines.Wrap(s, (int)(BodyWidth / SansLetter)))];
        BodyTop = SubtitleY(Subtitle.Count - 1) + 34;
        var least = format.OutputHeight * format.Width / format.OutputWidth;
        var sources = (Sources.Count * TextLine) + Foot;
        BodyHeight = bodyHeight(least - BodyTop - AboveSources - sources);
        var below = BodyTop + BodyHeight;
        _briefTop = below + 40;
        Brief = Fitting(caption.Brief, (int)(BodyWidth / BriefLetter), (int)((least - sources - _briefTop) / BriefLine));
        Height = Math.Max(least, below + AboveSources + sources);
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

    public double BodyTop { get; }

    public double BodyWidth => Width - (2 * Margin);

    public double BodyHeight { get; }

    public double TitleY(int line) => Margin + 26 + (line * TitleLine);

    public double SubtitleY(int line) => TitleY(Title.Count - 1) + 32 + (line * TextLine);

    public double BriefY(int line) => _briefTop + (line * BriefLine);

    public double SourceY(int line) => Height - Foot - ((Sources.Count - 1 - line) * TextLine);

    /// <summary>Letters of a small text that a width holds.</summary>
    public static int Letters(double width) => Math.Max(1, (int)(width / SansLetter));

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
