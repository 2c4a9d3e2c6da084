using System.Collections.Concurrent;
using Dapper;
using Npgsql;
using Stance.Data;
using Stance.Data.Embedded;
using Stance.Data.Sample;

namespace Stance.Testing;

/// <summary>
/// One real PostgreSQL server per test run, the same the product starts. Ask for a database of your own: a clone of a
/// migrated template takes some 50 ms, so take one per class or per test and never clean up.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const int MaxConnections = 400;

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"stance-test-{Environment.ProcessId}-{Guid.NewGuid():N}");
    private readonly ConcurrentDictionary<string, Lazy<Task>> templates = [];
    private EmbeddedPostgres? server;
    private int databases;

    /// <summary>Every database here has one schema, so what Dapper compiles for a statement serves in all of them.</summary>
    static PostgresFixture() => SqlMapper.ConnectionStringComparer = EqualityComparer<string>.Create((_, _) => true, _ => 0);

    public async ValueTask InitializeAsync() => server = await EmbeddedPostgres.StartAsync(new()
    {
        StateFolder = StateFolder.Choose(folder),
        NativeFolder = NativeFolder.Find(Environment.GetEnvironmentVariable("STANCE_POSTGRES")),
        Durable = false,
        MaxConnections = MaxConnections,
    });

    /// <returns>The connection string of a fresh database with the current schema and the reference data.</returns>
    public async Task<string> NewDatabaseAsync(bool withSample = false)
    {
        var template = withSample ? "sample" : "migrated";
        await templates.GetOrAdd(template, name => new(() => MakeTemplateAsync(name, withSample))).Value;
        var database = $"test_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"create database {database} template {template} strategy file_copy");
        return Connect(database, pooling: true);
    }

    /// <returns>The connection string of a database without any table.</returns>
    public async Task<string> NewEmptyDatabaseAsync()
    {
        var database = $"test_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"create database {database} strategy file_copy");
        return Connect(database, pooling: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private async Task MakeTemplateAsync(string name, bool withSample)
    {
        await ExecuteAsync($"create database {name}");
        // A session left open in a pool would block every clone.
        await using (var database = StanceDatabase.Open(Connect(name, pooling: false)))
        {
            await new Migrator(database).ApplyAsync();
            // An act entered by a test is published, not now and then kept for a second coder.
            await using (var quiet = database.CreateCommand("update setting set value = value || '{\"share\": 0}' where key = 'second_coding'"))
                await quiet.ExecuteNonQueryAsync();
            if (withSample)
                await SampleContent.Over(database, TimeProvider.System).LoadAsync();
        }
        await ExecuteAsync($"alter database {name} is_template true allow_connections false");
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Connect("postgres", pooling: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Connect(string database, bool pooling) => new NpgsqlConnectionStringBuilder(server!.ConnectionString)
    {
        Database = database,
        Pooling = pooling,
        MaxPoolSize = 8,
        ConnectionIdleLifetime = 30,
        ConnectionPruningInterval = 5,
    }.ConnectionString;
}
