using Microsoft.AspNetCore.Components;

namespace Stance.Web.Charts;

/// <summary>A drawing and the words around it, ready for any format and kind of file.</summary>
/// <param name="Component">Draws it: a <see cref="PictureBase{TDrawing}"/>.</param>
public sealed record Picture(Type Component, object Drawing, PictureCaption Caption)
{
    public static Picture Of<TPicture, TDrawing>(TDrawing drawing, PictureCaption caption)
        where TPicture : PictureBase<TDrawing>
        where TDrawing : class => new(typeof(TPicture), drawing, caption);
}

/// <summary>Draws one kind of chart as an image of its own.</summary>
public abstract class PictureBase<TDrawing> : ComponentBase
    where TDrawing : class
{
    [Parameter, EditorRequired] public required TDrawing Drawing { get; set; }

    [Parameter, EditorRequired] public required PictureCaption Caption { get; set; }

    [Parameter, EditorRequired] public required PictureFormat Format { get; set; }
}

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

    public bool IsWide => OutputWidth > OutputHeight;

    /// <summary>By the name an address gives it, landscape when it gives none; null = there is no such format.</summary>
    public static PictureFormat? Named(string? shape) => shape switch
    {
        null or "landscape" => Landscape,
        "portrait" => Portrait,
        _ => null,
    };
}
