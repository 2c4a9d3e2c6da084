using Stance.Web.People;

namespace Stance.Web.Hosting;

/// <summary>What the person at the terminal reads once the app listens.</summary>
public static class Greeting
{
    public static async Task PrintAsync(WebApplication app, CancellationToken cancel)
    {
        var address = Addresses.ForBrowser(app.Urls);
        await Console.Out.WriteLineAsync($"Stance is ready at {address}".AsMemory(), cancel);
        if (await app.Services.GetRequiredService<BootstrapLink>().CreateAsync(address, cancel) is { } link)
            await Console.Out.WriteLineAsync($"Open this to become the first administrator (once, within 60 minutes): {link}".AsMemory(), cancel);
    }
}
