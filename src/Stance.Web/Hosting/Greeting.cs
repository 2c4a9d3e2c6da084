using Stance.Web.People;

namespace Stance.Web.Hosting;

/// <summary>What the person at the terminal reads once the app listens.</summary>
public sealed class Greeting(BootstrapLink firstLink)
{
    private readonly TaskCompletionSource _printed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when all is printed: until then the first administrator's link may still be replaced by the printed one.</summary>
    public Task Printed => _printed.Task;

    public async Task PrintAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            await Console.Out.WriteLineAsync($"Stance is ready at {address}".AsMemory(), cancel);
            if (await firstLink.CreateAsync(address, cancel) is { } link)
                await Console.Out.WriteLineAsync($"Open this to become the first administrator (once, within 60 minutes): {link}".AsMemory(), cancel);
        }
        finally
        {
            _printed.TrySetResult();
        }
    }
}
