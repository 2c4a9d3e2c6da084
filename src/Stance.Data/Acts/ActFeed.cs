using System.Collections.Concurrent;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.ViewStates;

namespace Stance.Data.Acts;

/// <summary>Countries whose acts changed, up to and with a change number.</summary>
public sealed record ActChange(IReadOnlySet<CountryCode> Countries, long ChangeNo)
{
    /// <summary>Something all acts may hang on has changed: a tie, a codebook, a country.</summary>
    public bool IsOfRegister { get; init; }
}

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
    private volatile ConcurrentDictionary<string, Lazy<Task<ActSnapshot>>> chosen = [];

    /// <summary>How many codebooks that views choose are kept in memory at once.</summary>
    private const int MostChosen = 4;

    /// <exception cref="InvalidOperationException">Read before the application has started.</exception>
    public ActSnapshot Snapshot => snapshot ?? throw new InvalidOperationException("The acts are not loaded yet.");

    public Register Register => Snapshot.Register;

    public ActColumns Columns => Snapshot.Columns;

    /// <summary>
    /// The acts as a view wants them scored: as each was, or all by the codebook it names. The first who asks for a codebook waits until every
    /// act is scored by it; the answer is kept and kept current.
    /// </summary>
    public ActSnapshot Of(ViewState view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var now = Snapshot;
        if (view.Codebook is not { } version || now.Register.Codebooks.Count < 2 || !now.Register.HasCodebook(version))
            return now;
        var held = chosen;
        if (held.Count >= MostChosen && !held.ContainsKey(version))
            held.Clear();
        // On the pool: a circuit that waits here must not be what the reading waits for.
        var reading = held.GetOrAdd(version, _ => new(() => Task.Run(() => ChooseAsync(version))));
        try
        {
            return reading.Value.GetAwaiter().GetResult();
        }
        catch
        {
            held.TryRemove(KeyValuePair.Create(version, reading));
            throw;
        }
    }

    /// <summary>The sources whose acts a view does not count where no other source tells of them, as far as a reader may see it.</summary>
    public IReadOnlySet<Guid> UncountedIn(ViewState asked, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return UncountedSources.Of(asked, asked.PeriodOn(today).From, Register).At(asked.AsOf.KnownAt);
    }

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
    public async Task LoadAsync(CancellationToken cancel)
    {
        snapshot = new ActSnapshot(await registerReader.ReadAsync(cancel), await columnsReader.ReadAsync(cancel));
        chosen = [];
    }

    /// <summary>Takes in what was committed since; a writer calls it so that its own reader sees the change at once.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await refreshing.WaitAsync(cancel);
        try
        {
            if (await ChangesAsync(cancel) is { } change)
            {
                var next = new ActSnapshot(
                    await registerReader.ReadAsync(cancel),
                    await columnsReader.RefreshAsync(Columns, change.Countries, change.ChangeNo, cancel));
                // Whoever is still being read for is read for again: it may have begun before the change.
                (chosen, snapshot) = (await ChosenAsync(next, change, cancel), next);
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
            : new ActChange(rows.Where(r => r.Country is not null).Select(r => new CountryCode(r.Country!)).ToHashSet(), rows[^1].ChangeNo)
            {
                IsOfRegister = rows.Any(r => r.Country is null),
            };
    }

    private async Task<ActSnapshot> ChooseAsync(string version)
    {
        var now = Snapshot;
        return (await JudgedActs.ReadAsync(database, null, CancellationToken.None)).Under(now, version);
    }

    /// <summary>The codebooks that were chosen, with the countries that changed scored anew.</summary>
    private async Task<ConcurrentDictionary<string, Lazy<Task<ActSnapshot>>>> ChosenAsync(ActSnapshot next, ActChange change, CancellationToken cancel)
    {
        var held = change.IsOfRegister ? [] : chosen.Where(c => c.Value is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }).ToList();
        if (held.Count == 0)
            return [];
        var judged = await JudgedActs.ReadAsync(database, change.Countries, cancel);
        return new(held.Select(c => KeyValuePair.Create(
            c.Key, new Lazy<Task<ActSnapshot>>(Task.FromResult(judged.Under(next, c.Key, c.Value.Value.Result, change.Countries))))));
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
