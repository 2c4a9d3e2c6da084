using System.Collections.Concurrent;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Registers;

namespace Stance.Data.Acts;

/// <summary>Countries whose acts changed, up to and with a change number.</summary>
public sealed record ActChange(IReadOnlySet<CountryCode> Countries, long ChangeNo);

/// <summary>
/// Keeps the register and the columns of acts in memory, current with the database: woken by a notification on
/// <c>stance_change</c>, and by a poll of the change feed in case one was lost. Readers take the picture as it is and never wait.
/// </summary>
public sealed class ActFeed(
    NpgsqlDataSource database, RegisterReader registerReader, ActColumnsReader columnsReader, ILogger<ActFeed> log) : BackgroundService
{
    private static readonly string ChangesSince = SqlFile.Read("Acts/ChangesSince.sql");
    private static readonly string Listen = SqlFile.Read("Acts/ListenForChanges.sql");
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, Action<ActChange>> subscribers = [];
    private readonly SemaphoreSlim refreshing = new(1);
    private volatile ActSnapshot? snapshot;

    /// <exception cref="InvalidOperationException">Read before the application has started.</exception>
    public ActSnapshot Snapshot => snapshot ?? throw new InvalidOperationException("The acts are not loaded yet.");

    public Register Register => Snapshot.Register;

    public ActColumns Columns => Snapshot.Columns;

    /// <summary>Calls back after every change that has arrived in memory, on a thread of its own; dispose to stop.</summary>
    public IDisposable Subscribe(Action<ActChange> onChange)
    {
        var key = Guid.NewGuid();
        subscribers[key] = onChange;
        return new Subscription(() => subscribers.TryRemove(key, out _));
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Reads everything anew: at the start, and after content was loaded in bulk.</summary>
    public async Task LoadAsync(CancellationToken cancel) =>
        snapshot = new ActSnapshot(await registerReader.ReadAsync(cancel), await columnsReader.ReadAsync(cancel));

    /// <summary>Takes in what was committed since; a writer calls it so that its own reader sees the change at once.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await refreshing.WaitAsync(cancel);
        try
        {
            if (await ChangesAsync(cancel) is { } change)
            {
                snapshot = new ActSnapshot(
                    await registerReader.ReadAsync(cancel),
                    await columnsReader.RefreshAsync(Columns, change.Countries, change.ChangeNo, cancel));
                Publish(change);
            }
        }
        finally
        {
            refreshing.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogWarning("The change feed is interrupted ({Problem}); the last known acts stay on screen.", problem.Message);
                await Task.Delay(PollEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(Listen, cancellationToken: cancel));
        while (!cancel.IsCancellationRequested)
        {
            await RefreshAsync(cancel);
            await connection.WaitAsync(PollEvery, cancel);
        }
    }

    private async Task<ActChange?> ChangesAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = (await connection.QueryAsync<(long ChangeNo, string? Country)>(
            new CommandDefinition(ChangesSince, new { since = Columns.ChangeNo }, cancellationToken: cancel))).AsList();
        return rows.Count == 0
            ? null
            : new ActChange(rows.Where(r => r.Country is not null).Select(r => new CountryCode(r.Country!)).ToHashSet(), rows[^1].ChangeNo);
    }

    private void Publish(ActChange change)
    {
        foreach (var subscriber in subscribers.Values)
        {
            try
            {
                subscriber(change);
            }
            catch (Exception problem)
            {
                log.LogWarning(problem, "A view could not be told of a change.");
            }
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
