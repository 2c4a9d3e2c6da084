using Stance.Web.People;

namespace Stance.Web.Hosting;

/// <summary>What the person at the terminal reads once the app listens.</summary>
public sealed class Greeting(BootstrapLink firstLink)
{
    private readonly TaskCompletionSource _printed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when all is printed: until then the first administrator's link may still be replaced by the printed one.</summary>
    public Task Printed => _printed.Task;

    /// <summary>Takes no token: the app serves by now, and being told to stop is no failed start. The stop waits for these lines.</summary>
    public async Task PrintAsync(Uri address)
    {
        try
        {
            await Console.Out.WriteLineAsync($"Stance is ready at {address}");
            if (await firstLink.CreateAsync(address, CancellationToken.None) is { } link)
                await Console.Out.WriteLineAsync($"Open this to become the first administrator (once, within 60 minutes): {link}");
        }
        finally
        {
            _printed.TrySetResult();
        }
    }
}
