using Microsoft.Playwright;
using Stance.EndToEnd.Browser;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Stance.EndToEnd.Browser;

/// <summary>One browser per run; each test takes a <see cref="Visitor"/> of its own from it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>How long a test waits for what it expects to see, in ms; only a busy machine needs so long.</summary>
    private const float Patience = 120_000;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var chromium = await Chromium.FindAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium.Executable,
            Args = ["--no-sandbox", "--disable-gpu"],
            Env = chromium.Surroundings(),
        });
    }

    /// <summary>A person with a browser profile of their own, at the given address.</summary>
    public async Task<Visitor> VisitAsync(Uri site, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = site.ToString();
        options.Locale ??= "en-GB";
        options.TimezoneId ??= "UTC";
        options.ReducedMotion ??= ReducedMotion.Reduce;
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return await Visitor.ArriveAsync(site, context);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
