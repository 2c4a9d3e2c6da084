using Dapper;
using Npgsql;
using Stance.Data;
using Stance.Data.Embedded;

namespace Stance.Benchmarks;

/// <summary>An embedded server with the product's schema and generated acts, thrown away afterwards.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private readonly string folder;
    private readonly EmbeddedPostgres server;

    private BenchmarkDatabase(string folder, EmbeddedPostgres server, NpgsqlDataSource source) =>
        (this.folder, this.server, Source) = (folder, server, source);

    public NpgsqlDataSource Source { get; }

    public string ConnectionString => server.ConnectionString;

    public static async Task<BenchmarkDatabase> CreateAsync(int acts)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"stance-bench-{Guid.NewGuid():N}");
        var server = await EmbeddedPostgres.StartAsync(new()
        {
            StateFolder = StateFolder.Choose(folder),
            NativeFolder = NativeFolder.Find(Environment.GetEnvironmentVariable("STANCE_POSTGRES")),
        });
        var source = StanceDatabase.Open(server.ConnectionString + ";Command Timeout=1800");
        await new Migrator(source).ApplyAsync();
        await using var connection = await source.OpenConnectionAsync();
        // Generated rows are consistent by construction; checking five keys for each would take most of the set-up.
        await connection.ExecuteAsync("set session_replication_role = replica; alter table claim drop constraint claim_pkey; select setseed(0.2022)");
        await connection.ExecuteAsync(Statement("GenerateActs.sql"), new { acts });
        await connection.ExecuteAsync(Statement("NarrowActs.sql"));
        await connection.ExecuteAsync(Statement("NarrowIndex.sql"));
        await connection.ExecuteAsync("vacuum analyze");
        return new BenchmarkDatabase(folder, server, source);
    }

    public static string Statement(string name)
    {
        using var reader = new StreamReader(typeof(BenchmarkDatabase).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
