using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using NetVips;

namespace Stance.Web.Charts;

/// <summary>Makes image files of the line: SVG from the same shapes as the page, PNG from that SVG.</summary>
public sealed class PictureMaker(IServiceScopeFactory scopes, ILoggerFactory logging)
{
    /// <summary>Pixels of a PNG for each of the format: sharp on dense screens and in print.</summary>
    private const double Density = 2;

    private static readonly Lazy<bool> Fonts = new(LoadFonts);

    public async Task<string> SvgAsync(LineDrawing drawing, PictureCaption caption, PictureFormat format)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logging);
        var svg = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<LinePicture>(ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                [nameof(LinePicture.Drawing)] = drawing,
                [nameof(LinePicture.Caption)] = caption,
                [nameof(LinePicture.Layout)] = new PictureLayout(drawing, caption, format),
            }))).ToHtmlString());
        return PictureStyle.Resolve(svg);
    }

    public async Task<byte[]> PngAsync(LineDrawing drawing, PictureCaption caption, PictureFormat format)
    {
        var svg = await SvgAsync(drawing, caption, format);
        _ = Fonts.Value;
        using var image = Image.SvgloadBuffer(System.Text.Encoding.UTF8.GetBytes(svg), scale: Density);
        return image.PngsaveBuffer(compression: 9);
    }

    /// <summary>Setting a letter in a font makes it known to everything the library draws afterwards.</summary>
    private static bool LoadFonts()
    {
        foreach (var font in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "fonts"), "*.ttf"))
        {
            using var letter = Image.Text("a", fontfile: font);
        }
        return true;
    }
}
