using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Stance.Data.Embedded;

namespace Stance.Data.Tests.Embedded;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"stance-embedded-{Guid.NewGuid():N}");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start__new_folder__durable_server_that_asks_for_its_password()
    {
        await using var server = await EmbeddedPostgres.StartAsync(Options(durable: true), Cancel);

        Assert.Equal("on", await AskAsync(server, "show fsync"));
        Assert.Equal("on", await AskAsync(server, "show data_checksums"));
        Assert.Equal("scram-sha-256", await AskAsync(server, "show password_encryption"));
        Assert.Equal("127.0.0.1", await AskAsync(server, "show listen_addresses"));
        Assert.StartsWith("18.", await AskAsync(server, "show server_version"), StringComparison.Ordinal);
        await using var stranger = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess", Pooling = false }.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => stranger.OpenAsync(Cancel));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task Start__folder_in_use__one_sentence_with_the_folder()
    {
        await using var first = await EmbeddedPostgres.StartAsync(Options(), Cancel);

        var refused = await Assert.ThrowsAsync<StanceStartException>(() => EmbeddedPostgres.StartAsync(Options(), Cancel));

        Assert.Contains($"Another Stance is using {folder}", refused.Message, StringComparison.Ordinal);
        Assert.Equal("1", await AskAsync(first, "select 1::text"));
    }

    [Fact]
    public async Task Join__server_of_another_owner__same_database_and_left_running()
    {
        await using var first = await EmbeddedPostgres.StartAsync(Options(), Cancel);
        await AskAsync(first, "create table seen (x int)");

        await using (var second = await EmbeddedPostgres.JoinOrStartAsync(Options(), Cancel))
            Assert.Equal("0", await AskAsync(second, "select count(*)::text from seen"));

        Assert.Equal("0", await AskAsync(first, "select count(*)::text from seen"));
    }

    [Fact]
    public async Task Dispose__running_server__no_process_left_and_data_kept()
    {
        int port;
        await using (var server = await EmbeddedPostgres.StartAsync(Options(), Cancel))
        {
            port = new NpgsqlConnectionStringBuilder(server.ConnectionString).Port;
            await AskAsync(server, "create table kept (x int)");
        }

        Assert.False(File.Exists(Path.Combine(folder, "data", "postmaster.pid")));
        Assert.Contains("database system is shut down", await File.ReadAllTextAsync(Path.Combine(folder, "server.log"), Cancel), StringComparison.Ordinal);
        using var client = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(IPAddress.Loopback, port, Cancel).AsTask());
        await using var again = await EmbeddedPostgres.JoinOrStartAsync(Options(), Cancel);
        Assert.Equal("0", await AskAsync(again, "select count(*)::text from kept"));
    }

    [Fact]
    public async Task Running__server_is_killed__comes_back_on_the_same_port_with_what_was_committed()
    {
        await using var server = await EmbeddedPostgres.StartAsync(Options(), Cancel);
        await AskAsync(server, "create table kept (x int)");
        await AskAsync(server, "insert into kept values (7) returning x::text");
        using (var process = Process.GetProcessById(ServerProcess()))
            process.Kill();

        Assert.Equal("7", await AskUntilItAnswersAsync(server, "select x::text from kept"));
    }

    [Fact]
    public async Task Start__a_dead_server_left_its_file__recovers()
    {
        await using (var server = await EmbeddedPostgres.StartAsync(Options(), Cancel))
            await AskAsync(server, "create table kept (x int)");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "data", "postmaster.pid"), $"{Environment.ProcessId}\n{folder}/data\n0\n5432\n\n127.0.0.1\n", Cancel);

        await using var again = await EmbeddedPostgres.StartAsync(Options(), Cancel);

        Assert.Equal("0", await AskAsync(again, "select count(*)::text from kept"));
    }

    [Fact]
    public async Task Start__set_up_was_interrupted__starts_over()
    {
        Directory.CreateDirectory(Path.Combine(folder, "init", "data", "base"));
        await File.WriteAllTextAsync(Path.Combine(folder, "init", "data", "PG_VERSION"), "18", Cancel);

        await using var server = await EmbeddedPostgres.StartAsync(Options(), Cancel);

        Assert.Equal("stance", await AskAsync(server, "select current_database()::text"));
    }

    [Fact]
    public async Task Start__data_of_another_major_version__says_so_and_leaves_it()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "PG_VERSION"), "17\n", Cancel);

        var refused = await Assert.ThrowsAsync<StanceStartException>(() => EmbeddedPostgres.StartAsync(Options(), Cancel));

        Assert.Contains("written by PostgreSQL 17", refused.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Path.Combine(folder, "data")));
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private EmbeddedPostgresOptions Options(bool durable = false) =>
        new() { StateFolder = StateFolder.Choose(folder), NativeFolder = NativeFolder.Find(), Durable = durable };

    private int ServerProcess() =>
        int.Parse(File.ReadLines(Path.Combine(folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static async Task<string?> AskUntilItAnswersAsync(EmbeddedPostgres server, string question)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AskAsync(server, question);
            }
            catch (NpgsqlException) when (attempt < 600)
            {
                await Task.Delay(100, Cancel);
            }
        }
    }

    private static async Task<string?> AskAsync(EmbeddedPostgres server, string question)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(question, connection);
        return (string?)await command.ExecuteScalarAsync(Cancel);
    }
}
