using Microsoft.Extensions.Logging;
using Npgsql;

namespace Stance.Data.People;

/// <summary>Hears from every running app that somebody's rights or sessions changed.</summary>
public sealed class PeopleFeed(NpgsqlDataSource database, ILogger<PeopleFeed> log)
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);
    private static readonly string Listen = SqlFile.Read("People/ListenPeople.sql");

    /// <summary>
    /// Calls <paramref name="onChange"/> at once, after every notice and at least so often, until cancelled; a database that
    /// went away is asked again.
    /// </summary>
    public async Task ListenAsync(Func<Task> onChange, TimeSpan atLeastEvery, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(onChange);
        while (true)
        {
            try
            {
                await ListenOnceAsync(onChange, atLeastEvery, cancel);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException && !cancel.IsCancellationRequested)
            {
                log.LogWarning("Sessions cannot be watched for the moment: {Reason}", fault.Message);
                await Task.Delay(AfterFault, cancel);
            }
        }
    }

    private async Task ListenOnceAsync(Func<Task> onChange, TimeSpan atLeastEvery, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using (var listen = new NpgsqlCommand(Listen, connection))
            await listen.ExecuteNonQueryAsync(cancel);
        while (true)
        {
            await onChange();
            await connection.WaitAsync(atLeastEvery, cancel);
        }
    }
}
