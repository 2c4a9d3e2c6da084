using Stance.Web.Hosting;

namespace Stance.Web.Permalinks;

/// <summary>Every night, reads some of the addresses that were handed out again.</summary>
public sealed class PermalinkJob(PermalinkKeeper keeper, TimeProvider clock, ILogger<PermalinkJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Nightly.Until(clock.GetUtcNow()), clock, stoppingToken);
            await CheckAsync(stoppingToken);
        }
    }

    private async Task CheckAsync(CancellationToken stop)
    {
        try
        {
            var (count, changed) = await Task.Run(() => keeper.CheckAsync(stop), stop);
            if (changed.Count > 0)
                log.LogWarning("{Changed} of {Count} addresses on file give other numbers than they gave: see /permalinks.", changed.Count, count);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A fault here must not stop the app.
            log.LogWarning("Addresses on file could not be checked ({Problem}); the next night tries again.", problem.Message);
        }
    }
}
