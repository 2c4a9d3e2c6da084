using Stance.Data;
using Stance.Data.Embedded;

namespace Stance.Web.Hosting;

/// <summary>The PostgreSQL server of this process: the one ConnectionStrings__Stance names, else the embedded one.</summary>
public sealed class DatabaseHome : IAsyncDisposable
{
    private readonly EmbeddedPostgres? embedded;

    private DatabaseHome(string connectionString, EmbeddedPostgres? embedded)
    {
        ConnectionString = connectionString;
        this.embedded = embedded;
    }

    public string ConnectionString { get; }

    public bool IsEmbedded => embedded is not null;

    /// <param name="join">Share the embedded server of a Stance that runs already, as commands do; the app itself never does.</param>
    public static async Task<DatabaseHome> OpenAsync(IConfiguration configuration, bool join, CancellationToken cancel)
    {
        if (configuration.GetConnectionString("Stance") is { Length: > 0 } given)
            return new(await NamedServer.ReachAsync(given, cancel), embedded: null);
        var options = new EmbeddedPostgresOptions
        {
            NativeFolder = NativeFolder.Find(configuration["STANCE_POSTGRES"]),
            StateFolder = StateFolder.Choose(configuration["STANCE_DATA"]),
            Report = text => Console.Error.WriteLine("Stance: " + text),
        };
        var server = join ? await EmbeddedPostgres.JoinOrStartAsync(options, cancel) : await EmbeddedPostgres.StartAsync(options, cancel);
        return new(server.ConnectionString, server);
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
