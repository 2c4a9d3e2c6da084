namespace Stance.Data.Embedded;

/// <summary>
/// The server of a state folder this process holds the lock of: programs, data, process and watchdog. A server that dies
/// is started again on the same port, so that nothing but the statements under way is lost.
/// </summary>
internal sealed class OwnedServer(EmbeddedPostgresOptions options, OwnerLock owner) : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    private readonly Cluster cluster = new(options);
    private readonly CancellationTokenSource leaving = new();
    private ServerPrograms? programs;
    private Watchdog? watchdog;
    private ServerFile? server;
    private Task keeping = Task.CompletedTask;

    /// <returns>The connection string of the database.</returns>
    public async Task<string> StartAsync(CancellationToken cancel)
    {
        programs = ServerPrograms.CopyOnce(options.NativeFolder, options.StateFolder);
        await cluster.MakeAsync(programs, cancel);
        await cluster.StopLeftoverAsync(programs, cancel);
        server = await cluster.StartAsync(programs);
        watchdog = Watchdog.Start(server);
        var connectionString = await cluster.OpenDatabaseAsync(server, cancel);
        keeping = KeepAsync(leaving.Token);
        return connectionString;
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (watchdog is not null)
            await watchdog.StopAsync();
        else if (server is not null)
            await Cluster.StopAsync(programs!, server);
        owner.Dispose();
        leaving.Dispose();
    }

    private async Task KeepAsync(CancellationToken leave)
    {
        var isDown = false;
        while (true)
        {
            await Task.Delay(Glance, leave);
            if (server!.IsRunning())
                continue;
            if (!isDown)
                options.Report?.Invoke("The database server has died; it is being started again.");
            isDown = !await TryRestartAsync(leave);
        }
    }

    private async Task<bool> TryRestartAsync(CancellationToken leave)
    {
        try
        {
            await cluster.StopLeftoverAsync(programs!, leave);
            server = await cluster.StartAsync(programs!, server!.Port);
        }
        catch (StanceStartException e)
        {
            options.Report?.Invoke(e.Message);
            return false;
        }
        var former = watchdog;
        watchdog = Watchdog.Start(server);
        if (former is not null)
            await former.StopAsync();
        options.Report?.Invoke("The database server runs again.");
        return true;
    }
}
