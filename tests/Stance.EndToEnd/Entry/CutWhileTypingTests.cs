using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.People;
using Stance.EndToEnd.Start;
using Stance.Testing;

namespace Stance.EndToEnd.Entry;

/// <summary>
/// The line is cut, or the app killed, while somebody types without a pause. The full run, on a machine with
/// nothing else to do, also holds the kept draft to two seconds.
/// </summary>
public sealed class CutWhileTypingTests(BrowserFixture browser, StateInUse used, ITestOutputHelper output) : IDisposable
{
    private const string Passage = "excerpt.passage";

    private static readonly int Cuts = Rounds.Of(2, 200);
    private static readonly int Restarts = Rounds.Of(2, 50);
    private static readonly TimeSpan MostLost = TimeSpan.FromSeconds(Rounds.Of(10, 2));

    private readonly StateOfTest state = new();
    private readonly Random random = new(7);
    private readonly Dictionary<string, string> variables = [];
    private int words;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Typing__line_cut_and_app_killed_meanwhile__loses_no_words()
    {
        foreach (var (name, value) in state.Variables)
            variables[name] = value;
        // The page comes back to the address it knows.
        variables["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort()}";
        await used.CopyToAsync(state);
        var app = await AppProcess.StartAsync(variables);
        try
        {
            var signedIn = await JoinAsync(app);
            await using (var curator = await VisitAsync(app, signedIn))
            {
                var line = await CutLine.OfAsync(curator.Page);
                await OpenAsync(curator.Page);
                for (var cut = 0; cut < Cuts; cut++)
                    await CutAsync(curator.Page, line);
            }
            var longest = TimeSpan.Zero;
            for (var restart = 0; restart < Restarts; restart++)
            {
                await using var curator = await VisitAsync(app, signedIn);
                await OpenAsync(curator.Page);
                if (restart % 2 == 0)
                {
                    app = await RestartAsync(app, curator.Page);
                    continue;
                }
                (app, var lost) = await GoOnElsewhereAsync(app, curator, signedIn);
                longest = lost > longest ? lost : longest;
            }
            output.WriteLine($"{Cuts} cuts and {Restarts} restarts; the oldest words lost with page and app were {longest.TotalSeconds:F2} s old.");
            Assert.True(longest <= MostLost, $"Words {longest.TotalSeconds:F2} s old were lost.");
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    public void Dispose() => state.Dispose();

    /// <summary>The typing goes on from before the cut until the line is back.</summary>
    private async Task CutAsync(IPage page, CutLine line)
    {
        var typed = new StringBuilder();
        await StartOverAsync(page);
        var cut = CutAndMendAsync();
        while (!cut.IsCompleted)
            await TypeWordAsync(page, typed);
        await cut;
        await ExpectKnownAsync(page, typed.ToString());

        async Task CutAndMendAsync()
        {
            await Task.Delay(random.Next(100, 1200), Cancel);
            await line.CutAsync();
            await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
            await Task.Delay(random.Next(0, 2000), Cancel);
            line.Mend();
            await Assertions.Expect(page.Locator("#components-reconnect-modal")).Not.ToBeVisibleAsync();
        }
    }

    /// <summary>The typing goes on after the app is killed; started again, the page loads itself anew with every word.</summary>
    private async Task<AppProcess> RestartAsync(AppProcess app, IPage page)
    {
        var typed = new StringBuilder();
        await StartOverAsync(page);
        await TypeForAsync(page, typed, random.Next(500, 3000));
        var killed = app.KillAsync();
        await TypeForAsync(page, typed, random.Next(500, 3000));
        await killed;
        await app.DisposeAsync();
        var next = await AppProcess.StartAsync(variables);
        await ExpectKnownAsync(page, typed.ToString());
        return next;
    }

    /// <summary>Page and app are gone at once; what was kept comes up on another page.</summary>
    /// <returns>How old the oldest word was that is not there.</returns>
    private async Task<(AppProcess App, TimeSpan Lost)> GoOnElsewhereAsync(AppProcess app, Visitor curator, string signedIn)
    {
        var typed = new StringBuilder();
        var times = new List<(int Length, DateTime At)>();
        await StartOverAsync(curator.Page);
        await TypeForAsync(curator.Page, typed, (int)MostLost.TotalMilliseconds + random.Next(500, 3000), times);
        var at = DateTime.UtcNow;
        await app.KillAsync();
        await curator.Page.CloseAsync();
        await app.DisposeAsync();
        var next = await AppProcess.StartAsync(variables);
        await using var elsewhere = await VisitAsync(next, signedIn);
        await OpenAsync(elsewhere.Page);
        await Assertions.Expect(elsewhere.Page.GetByText("Your unsaved words are back.")).ToBeVisibleAsync();
        var back = await elsewhere.Page.Field(Passage).InputValueAsync();
        Assert.StartsWith(back, typed.ToString(), StringComparison.Ordinal);
        var lost = times.Where(word => word.Length > back.Length + 1).Select(word => at - word.At);
        return (next, lost.DefaultIfEmpty(TimeSpan.Zero).Max());
    }

    private static async Task StartOverAsync(IPage page)
    {
        await page.Field(Passage).FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
    }

    private async Task TypeForAsync(IPage page, StringBuilder typed, int milliseconds, List<(int, DateTime)>? times = null)
    {
        for (var until = DateTime.UtcNow.AddMilliseconds(milliseconds); DateTime.UtcNow < until;)
        {
            await TypeWordAsync(page, typed);
            times?.Add((typed.Length, DateTime.UtcNow));
        }
    }

    private async Task TypeWordAsync(IPage page, StringBuilder typed)
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"w{++words} ");
        await page.Keyboard.TypeAsync(word, new() { Delay = 20 });
        typed.Append(word);
    }

    /// <summary>The field holds what was typed, and so does the server: it shows the passage as it will be read.</summary>
    private static async Task ExpectKnownAsync(IPage page, string typed)
    {
        await Assertions.Expect(page.Locator("blockquote.as-read")).ToHaveTextAsync(typed.TrimEnd());
        await Assertions.Expect(page.Field(Passage)).ToHaveValueAsync(typed);
    }

    private async Task<Visitor> VisitAsync(AppProcess app, string signedIn) =>
        await browser.VisitAsync(app.Address, new() { StorageState = signedIn, ViewportSize = new() { Width = 1440, Height = 900 } });

    private static async Task OpenAsync(IPage page)
    {
        await page.OpenAsync("/acts/new");
        await page.Locator("main [data-words-of]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("#f-title:enabled").WaitForAsync();
    }

    private async Task<string> JoinAsync(AppProcess app)
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        var page = visitor.Page;
        while (!app.Output.Contains("/welcome/", StringComparison.Ordinal))
            await Task.Delay(50, Cancel);
        await page.GotoAsync(app.Output.Split([' ', '\n', '\r']).First(word => word.Contains("/welcome/", StringComparison.Ordinal)));
        await Administrator.JoinAsync(page);
        return await visitor.Context.StorageStateAsync();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
