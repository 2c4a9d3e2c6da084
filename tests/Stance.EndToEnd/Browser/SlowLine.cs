using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Playwright;

namespace Stance.EndToEnd.Browser;

/// <summary>A far-away reader: what page and server say to each other over the circuit takes its time, in order.</summary>
internal static partial class SlowLine
{
    /// <param name="delay">Each way.</param>
    public static Task SlowDownAsync(this IPage page, TimeSpan delay) => page.RouteWebSocketAsync(Circuit(), near =>
    {
        var far = near.ConnectToServer();
        near.OnMessage(Late(delay, message => Pass(far, message)));
        far.OnMessage(Late(delay, message => Pass(near, message)));
    });

    private static Action<IWebSocketFrame> Late(TimeSpan delay, Action<IWebSocketFrame> pass)
    {
        var waiting = Channel.CreateUnbounded<(DateTime Due, IWebSocketFrame Message)>();
        _ = Task.Run(async () =>
        {
            await foreach (var (due, message) in waiting.Reader.ReadAllAsync())
            {
                if (due - DateTime.UtcNow is { Ticks: > 0 } rest)
                    await Task.Delay(rest);
                pass(message);
            }
        });
        return message => waiting.Writer.TryWrite((DateTime.UtcNow + delay, message));
    }

    private static void Pass(IWebSocketRoute to, IWebSocketFrame message)
    {
        if (message.Binary is { } bytes)
            to.Send(bytes);
        else
            to.Send(message.Text!);
    }

    [GeneratedRegex("/_blazor")]
    private static partial Regex Circuit();
}
