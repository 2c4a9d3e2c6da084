using System.Threading.Channels;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Recoding;

namespace Stance.Web.Recoding;

/// <summary>Puts an announced codebook in force at its instant, or at the start when that passed while the app was away.</summary>
public sealed class AnnouncementJob(AnnouncementReader reader, AnnouncementWriter writer, ActFeed feed, TimeProvider clock, ILogger<AnnouncementJob> log) : BackgroundService
{
    /// <summary>An announcement is noticed by the change feed; this is for one whose notice was lost.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe(change => _ = change.IsOfRegister && wake.Writer.TryWrite(true));
        while (true)
        {
            await WaitAsync(await EnactAsync(stoppingToken), stoppingToken);
        }
    }

    /// <returns>How long until there is something to do.</returns>
    private async Task<TimeSpan> EnactAsync(CancellationToken stop)
    {
        try
        {
            switch (await writer.EnactAsync(stop))
            {
                case CodebookPublished published:
                    log.LogInformation("Codebook {Version} is in force as announced; {Count} acts are scored anew.", published.Version, published.Acts);
                    break;
                case Refused refused:
                    log.LogWarning("The announced codebook did not come into force ({Problem}).", refused.Breaches[0].Message);
                    break;
            }
            return await reader.FindAsync(stop) is { } next && next.InForceFrom - clock.GetUtcNow() is var left && left < Longest ? TimeSpan.FromMilliseconds(Math.Max(50, left.TotalMilliseconds)) : Longest;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A fault here must not stop the app.
            log.LogWarning("The announced codebook could not be looked for ({Problem}); the next try follows.", problem.Message);
            return TimeSpan.FromSeconds(10);
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken stop)
    {
        using var due = new CancellationTokenSource(wait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, due.Token);
        try
        {
            await wake.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Its time has come.
        }
    }
}
