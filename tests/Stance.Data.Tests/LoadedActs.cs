using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Data.Registers;
using Stance.Testing;

namespace Stance.Data.Tests;

/// <summary>A database of its own with the sample content, and the readers over it.</summary>
internal sealed class LoadedActs : IAsyncDisposable
{
    private LoadedActs(NpgsqlDataSource database, ActFeed feed) => (Database, Feed) = (database, feed);

    public NpgsqlDataSource Database { get; }

    public ActFeed Feed { get; }

    public AlignmentReader Alignment => new(Feed, TimeProvider.System);

    public ActReader Acts => new(Database, Feed, TimeProvider.System);

    public static async Task<LoadedActs> OpenAsync(PostgresFixture postgres)
    {
        var database = StanceDatabase.Open(await postgres.NewDatabaseAsync(withSample: true));
        var feed = new ActFeed(
            database, new RegisterReader(database), new ActColumnsReader(database), NullLogger<ActFeed>.Instance);
        await feed.LoadAsync(TestContext.Current.CancellationToken);
        return new LoadedActs(database, feed);
    }

    public async ValueTask DisposeAsync()
    {
        Feed.Dispose();
        await Database.DisposeAsync();
    }
}
