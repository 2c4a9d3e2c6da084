using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Stance.Data.Embedded;

/// <summary>The data folder of the embedded server: making it, starting and stopping a server on it, signing in.</summary>
internal sealed class Cluster(EmbeddedPostgresOptions options)
{
    private const string Major = "18";
    private const int PortAttempts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string data = Path.Combine(options.StateFolder, "data");
    private readonly string unfinished = Path.Combine(options.StateFolder, "init");
    private readonly string passwordFile = Path.Combine(options.StateFolder, "password");
    private readonly ServerLog log = new(Path.Combine(options.StateFolder, "server.log"));

    public async Task MakeAsync(ServerPrograms programs, CancellationToken cancel)
    {
        if (Directory.Exists(data))
            CheckMade();
        else
            await InitAsync(programs, cancel);
    }

    /// <summary>Ends a server whose Stance died: its watchdog may be stopping it already, so it must not be taken over.</summary>
    public async Task StopLeftoverAsync(ServerPrograms programs, CancellationToken cancel)
    {
        if (ServerFile.TryRead(data) is not { } leftover)
            return;
        await PostgresProgram.RunAsync(programs.PgCtl, ["stop", "-D", data, "-m", "fast", "-W", "-s"], cancel);
        for (var waited = Stopwatch.StartNew(); leftover.IsAlive(); await Task.Delay(100, cancel))
            if (waited.Elapsed > Patience)
                throw new StanceStartException(
                    $"The PostgreSQL process {leftover.ProcessId} still runs on {data} and does not stop: end it and start Stance again.");
        // PostgreSQL would take a dead process that nobody has collected yet for a running server.
        File.Delete(leftover.Path);
    }

    /// <param name="port">The port clients know from before; none takes any free one.</param>
    public async Task<ServerFile> StartAsync(ServerPrograms programs, int? port = null)
    {
        await log.PrepareAsync();
        for (var attempt = 1; ; attempt++)
        {
            var from = log.Length;
            // Not cancellable: a pg_ctl ended half-way would leave a server nobody knows.
            var end = await PostgresProgram.RunWithoutOutputAsync(
                programs.PgCtl,
                ["start", "-w", "-s", "-t", "300", "-D", data, "-l", log.Path, "-o", Settings(port ?? FreePort())],
                CancellationToken.None);
            if (end.Code == 0 && ServerFile.TryRead(data) is { } server)
                return server;
            var said = log.ReadFrom(from);
            // Another program may have taken the port between asking for a free one and using it.
            if (port is not null || attempt == PortAttempts || !said.Output.Contains("could not bind", StringComparison.Ordinal))
                throw new StanceStartException($"PostgreSQL did not start: {said.LastLine} (see {log.Path}).");
        }
    }

    public static async Task StopAsync(ServerPrograms programs, ServerFile server) =>
        await PostgresProgram.RunAsync(
            programs.PgCtl, ["stop", "-D", Path.GetDirectoryName(server.Path)!, "-m", "fast", "-w", "-s"], CancellationToken.None);

    public async Task<string> OpenDatabaseAsync(ServerFile server, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(server, "postgres", pooling: false));
        await connection.OpenAsync(cancel);
        await using var create = new NpgsqlCommand(SqlFile.Read("Embedded/CreateDatabase.sql"), connection);
        try
        {
            await create.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
        }
        return ConnectionString(server, "stance", pooling: true);
    }

    /// <summary>The connection string of a server that runs here already, if it lets us in.</summary>
    public async Task<string?> TryLoginAsync(CancellationToken cancel)
    {
        if (!File.Exists(passwordFile) || ServerFile.TryRead(data) is not { } server)
            return null;
        await using var connection = new NpgsqlConnection(ConnectionString(server, "stance", pooling: false));
        try
        {
            await connection.OpenAsync(cancel);
            return ConnectionString(server, "stance", pooling: true);
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    private void CheckMade()
    {
        var version = File.ReadAllText(Path.Combine(data, "PG_VERSION")).Trim();
        if (version != Major)
            throw new StanceStartException(
                $"The data in {data} was written by PostgreSQL {version}, and Stance brings {Major}: set STANCE_DATA to another folder.");
        if (!File.Exists(passwordFile))
            throw new StanceStartException(
                $"The password file {passwordFile} is missing: put it back, or set STANCE_DATA to another folder.");
    }

    private async Task InitAsync(ServerPrograms programs, CancellationToken cancel)
    {
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        WriteSecret(passwordFile, RandomNumberGenerator.GetHexString(48, lowercase: true));
        var handOver = Path.Combine(unfinished, "password");
        WriteSecret(handOver, File.ReadAllText(passwordFile));
        await ServerUser.GiveAsync(unfinished, cancel);
        await ServerUser.GiveAsync(handOver, cancel);
        var made = Path.Combine(unfinished, "data");
        string[] durability = options.Durable ? [] : ["--no-sync"];
        var end = await PostgresProgram.RunAsync(
            programs.InitDb,
            ["-D", made, "-U", "stance", "--pwfile", handOver, "-A", "scram-sha-256", "-E", "UTF8", "--data-checksums", "--locale=C",
                "--locale-provider=icu", "--icu-locale=und", "--no-instructions", .. durability],
            cancel);
        if (end.Code != 0)
            throw new StanceStartException($"PostgreSQL could not set up {made}: {end.LastLine}");
        File.Delete(handOver);
        // Only a finished folder gets the name that counts.
        Directory.Move(made, data);
        Directory.Delete(unfinished);
    }

    private static void WriteSecret(string path, string text)
    {
        File.Delete(path);
        var open = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, open);
        writer.Write(text);
    }

    private string ConnectionString(ServerFile server, string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = server.Port,
        Username = "stance",
        Password = File.ReadAllText(passwordFile),
        Database = database,
        ApplicationName = "Stance",
        SslMode = SslMode.Disable,
        Pooling = pooling,
        MaxPoolSize = Math.Max(10, options.MaxConnections - 20),
        Timeout = 10,
    }.ConnectionString;

    private string Settings(int port)
    {
        var durable = options.Durable ? "on" : "off";
        return $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections={options.MaxConnections}"
            + $" -c fsync={durable} -c full_page_writes={durable} -c timezone=UTC -c log_timezone=UTC";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
