using Microsoft.Playwright;

namespace Stance.EndToEnd.Browser;

/// <summary>With STANCE_PICTURES set to a folder, keeps what a person would see there, a screen at a time.</summary>
internal static class Pictures
{
    private const int ScreenHeight = 1200;
    private const int MostScreens = 6;

    /// <summary>A file a page was printed to.</summary>
    public static async Task KeepAsync(byte[] file, string name)
    {
        if (Environment.GetEnvironmentVariable("STANCE_PICTURES") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, name), file);
    }

    public static async Task TakeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("STANCE_PICTURES") is not { Length: > 0 } folder)
            return;
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        for (var (top, i) = (0, 0); top < height && i < MostScreens; top += ScreenHeight, i++)
        {
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, $"{name}-{i}.png".ToLowerInvariant()),
                FullPage = true,
                Clip = new() { X = 0, Y = top, Width = width, Height = Math.Min(ScreenHeight, height - top) },
            });
        }
    }
}
