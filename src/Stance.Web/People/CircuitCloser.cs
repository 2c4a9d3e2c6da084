using Stance.Data.People;

namespace Stance.Web.People;

/// <summary>
/// Closes windows whose session ended: at once when the database tells, within half a minute if the notice is lost. Keeps the
/// sessions of windows in use alive, since a circuit makes no requests that would.
/// </summary>
public sealed class CircuitCloser(Circuits circuits, PeopleFeed feed, SessionReader reader, SessionWriter writer) : BackgroundService
{
    private static readonly TimeSpan AtLeastEvery = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await feed.ListenAsync(() => CheckAsync(stoppingToken), AtLeastEvery, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        var sessions = circuits.Sessions;
        if (sessions.Count == 0)
            return;
        await writer.RenewAsync(circuits.TakeUsed(), cancel);
        await circuits.CloseAllButAsync(await reader.LiveAsync(sessions, cancel), sessions);
    }
}
