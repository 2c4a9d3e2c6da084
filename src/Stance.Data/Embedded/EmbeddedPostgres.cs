using Npgsql;

namespace Stance.Data.Embedded;

/// <summary>A real PostgreSQL server in a state folder, started for this process or joined when another one runs it.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    private readonly OwnedServer? owned;

    private EmbeddedPostgres(string connectionString, OwnedServer? owned)
    {
        ConnectionString = connectionString;
        this.owned = owned;
    }

    public string ConnectionString { get; }

    /// <exception cref="StanceStartException">The folder is in use or cannot be written, or PostgreSQL does not start.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancel = default)
    {
        var owner = OwnerLock.TryTake(options.StateFolder) ?? throw new StanceStartException(
            $"Another Stance is using {options.StateFolder}: stop it, or set STANCE_DATA to another folder for this one.");
        return await StartAsync(options, owner, cancel);
    }

    /// <summary>Uses the server another process runs in this folder, else starts one for as long as this object lives.</summary>
    public static async Task<EmbeddedPostgres> JoinOrStartAsync(EmbeddedPostgresOptions options, CancellationToken cancel = default)
    {
        var cluster = new Cluster(options);
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Step)
        {
            if (OwnerLock.TryTake(options.StateFolder) is { } owner)
                return await StartAsync(options, owner, cancel);
            if (await cluster.TryLoginAsync(cancel) is { } connectionString)
                return new(connectionString, owned: null);
            await Task.Delay(Step, cancel);
        }
        throw new StanceStartException(
            $"Another Stance is using {options.StateFolder}, but its database does not answer: stop that Stance and try again.");
    }

    public async ValueTask DisposeAsync()
    {
        if (owned is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await owned.DisposeAsync();
    }

    private static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, OwnerLock owner, CancellationToken cancel)
    {
        var owned = new OwnedServer(options, owner);
        try
        {
            return new(await owned.StartAsync(cancel), owned);
        }
        catch
        {
            await owned.DisposeAsync();
            throw;
        }
    }
}
