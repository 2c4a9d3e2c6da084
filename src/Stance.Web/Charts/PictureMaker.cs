using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using NetVips;

namespace Stance.Web.Charts;

/// <summary>Makes image files: SVG from the same shapes as the page, PNG from that SVG.</summary>
public sealed class PictureMaker(IServiceScopeFactory scopes, ILoggerFactory logging)
{
    /// <summary>Pixels of a PNG for each of the format: sharp on dense screens and in print.</summary>
    private const double Density = 2;

    private static readonly Lazy<bool> Fonts = new(LoadFonts);

    public async Task<string> SvgAsync(Picture picture, PictureFormat format)
    {
        ArgumentNullException.ThrowIfNull(picture);
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logging);
        var svg = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(picture.Component, ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                [nameof(PictureBase<>.Drawing)] = picture.Drawing,
                [nameof(PictureBase<>.Caption)] = picture.Caption,
                [nameof(PictureBase<>.Format)] = format,
            }))).ToHtmlString());
        return PictureStyle.Resolve(svg);
    }

    public async Task<byte[]> PngAsync(Picture picture, PictureFormat format)
    {
        var svg = await SvgAsync(picture, format);
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
