using System.Globalization;
using System.IO.Compression;
using Microsoft.Playwright;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.PageBenchmarks;

const string FirstChart = ".line-chart svg.lines path, .apexcharts-series path";
const string DrawnChart = ".apexcharts-series path";
const string OneLine = "/?collections=wsj-2022-07-24&countries=KAZ&from=2022-01-01&to=2022-07-24";
const string FiveLines = "/?countries=KAZ,BLR,UZB,KGZ,TJK&from=2022-01-01&to=2023-03-31";
const int Rounds = 15;

// Made by the app, so that its server may enter it.
var state = Path.Combine(Path.GetTempPath(), $"stance-pages-{Guid.NewGuid():N}");
await using var bare = await BareApp.StartAsync();
await using var stance = await AppProcess.StartAsync(new Dictionary<string, string>
{
    ["STANCE_DATA"] = state,
    ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
});
var chromium = await Chromium.FindAsync();
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = chromium.Executable,
    Args = ["--no-sandbox", "--disable-gpu"],
    Env = chromium.Surroundings(),
});
var signedIn = await SignInAsync();

Console.WriteLine($"\nPage opened until its first chart, browser cache empty, {Rounds} rounds side by side");
await CompareAsync("the analyst's page, first chart", FirstChart);
await CompareAsync("the analyst's page, chart that answers to pointer and keys", DrawnChart);
await MapStepsAsync();
await BytesAsync();
await stance.StopAsync();
Directory.Delete(state, recursive: true);

async Task CompareAsync(string ours, string selector)
{
    var (first, second) = (new List<double>(), new List<double>());
    for (var round = -2; round < Rounds; round++)
    {
        var (a, b) = (await OpenAsync(new Uri(stance.Address, OneLine), signedIn, selector), await OpenAsync(BareApp.AddressOf(bare), null, DrawnChart));
        if (round < 0)
            continue;
        first.Add(a);
        second.Add(b);
    }
    var ratio = Median(first) / Median(second);
    Print($"  {ours,-62} {Median(first),8:F0} ms  ({first.Min():F0} … {first.Max():F0})");
    Print($"  {"bare Blazor Server page with one ApexCharts line",-62} {Median(second),8:F0} ms  ({second.Min():F0} … {second.Max():F0})");
    Print($"  ratio {ratio:F2}×, goal ≤ 1.3×: {(ratio <= 1.3 ? "reached" : "NOT reached")}\n");
}

// Milliseconds from the start of the navigation, by the page's own clock.
async Task<double> OpenAsync(Uri address, string? storage, string selector)
{
    await using var context = await browser.NewContextAsync(new() { StorageState = storage, ReducedMotion = ReducedMotion.Reduce });
    var page = await context.NewPageAsync();
    await page.AddInitScriptAsync($$"""
        const look = () => { if (!window.firstAt && document.querySelector("{{selector}}")) requestAnimationFrame(() => window.firstAt ??= performance.now()); };
        new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
        """);
    await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Commit });
    var at = await page.WaitForFunctionAsync("() => window.firstAt");
    return await at.JsonValueAsync<double>();
}

async Task MapStepsAsync()
{
    await using var context = await browser.NewContextAsync(new() { StorageState = signedIn, ViewportSize = new() { Width = 1440, Height = 900 } });
    var page = await context.NewPageAsync();
    await page.GotoAsync(new Uri(stance.Address, FiveLines).ToString());
    await page.WaitForSelectorAsync(".line-chart[data-drawn]");
    var steps = await page.EvaluateAsync<double[]>("""
        async () => {
          const slider = document.querySelector(".film input"), day = document.querySelector(".film output"), times = [];
          for (let i = 0; i < 60; i++) {
            const start = performance.now();
            slider.value = i % 2 ? 70 - i : i;
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            await new Promise(done => {
              const watch = new MutationObserver(() => { watch.disconnect(); done(); });
              watch.observe(day, { childList: true, characterData: true, subtree: true });
            });
            times.push(performance.now() - start);
          }
          return times;
        }
        """);
    Print($"Step of the map's slider, from the key to the changed map\n  median {Median([.. steps.Skip(10)]):F1} ms, goal ≤ 16 ms  ({steps.Skip(10).Min():F1} … {steps.Skip(10).Max():F1})\n");
}

// What the circuit sends when the period of a page with five lines changes: the whole page, and the chart alone.
async Task BytesAsync()
{
    await using var context = await browser.NewContextAsync(new() { StorageState = signedIn, ViewportSize = new() { Width = 1440, Height = 900 } });
    var page = await context.NewPageAsync();
    var session = await context.NewCDPSessionAsync(page);
    await session.SendAsync("Network.enable");
    var frames = new List<byte[]>();
    session.Event("Network.webSocketFrameReceived").OnEvent += (_, e) =>
        frames.Add(Convert.FromBase64String(e!.Value.GetProperty("response").GetProperty("payloadData").GetString()!));
    foreach (var from in (string[])["2022-01-01", "2012-01-01", "1950-01-01"])
    {
        frames.Clear();
        await page.GotoAsync(new Uri(stance.Address, FiveLines.Replace("2022-01-01", from, StringComparison.Ordinal)).ToString());
        await page.WaitForSelectorAsync(".line-chart[data-drawn]");
        var chart = frames.Where(f => f.AsSpan().IndexOf("BeginInvokeJS"u8) >= 0 && f.AsSpan().IndexOf("\"walk\""u8) >= 0).Sum(Deflated);
        Print($"Five lines from {from}: {chart / 1024.0:F1} KiB for the chart as sent, goal ≤ 35 KiB");
    }
}

async Task<string> SignInAsync()
{
    await using var context = await browser.NewContextAsync();
    var page = await context.NewPageAsync();
    while (!stance.Output.Contains("/welcome/", StringComparison.Ordinal))
        await Task.Delay(50);
    await page.GotoAsync(stance.Output.Split([' ', '\n', '\r']).First(w => w.Contains("/welcome/", StringComparison.Ordinal)));
    await page.GetByLabel("Name").FillAsync("Measurer");
    await page.GetByLabel("E-mail address").FillAsync("measurer@example.org");
    foreach (var field in await page.Locator("input[type=password]").AllAsync())
        await field.FillAsync("a long enough phrase to measure by");
    await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
    await page.WaitForSelectorAsync("main[data-interactive]");
    return await context.StorageStateAsync();
}

static int Deflated(byte[] frame)
{
    using var bytes = new MemoryStream();
    using (var deflate = new DeflateStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        deflate.Write(frame);
    return (int)bytes.Length;
}

static double Median(IReadOnlyList<double> times) => times.Order().ElementAt(times.Count / 2);

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
