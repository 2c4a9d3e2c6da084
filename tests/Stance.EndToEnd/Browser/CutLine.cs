using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Stance.EndToEnd.Browser;

/// <summary>The line between a page and its circuit, to be cut and mended. Before the page is opened.</summary>
internal sealed partial class CutLine
{
    private readonly ConcurrentQueue<(IWebSocketRoute Near, IWebSocketRoute Far)> lines = [];
    private volatile bool isDown;

    public static async Task<CutLine> OfAsync(IPage page)
    {
        var line = new CutLine();
        await page.RouteAsync(Asking(), route => line.isDown ? route.AbortAsync() : route.ContinueAsync());
        await page.RouteWebSocketAsync(Circuit(), near =>
        {
            if (line.isDown)
                _ = near.CloseAsync();
            else
                line.lines.Enqueue((near, near.ConnectToServer()));
        });
        return line;
    }

    public async Task CutAsync()
    {
        isDown = true;
        while (lines.TryDequeue(out var line))
        {
            await line.Near.CloseAsync();
            await line.Far.CloseAsync();
        }
    }

    public void Mend() => isDown = false;

    [GeneratedRegex("/_blazor/")]
    private static partial Regex Asking();

    [GeneratedRegex(@"/_blazor\?")]
    private static partial Regex Circuit();
}
