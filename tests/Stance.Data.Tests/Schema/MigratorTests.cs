using Dapper;
using Stance.Testing;

namespace Stance.Data.Tests.Schema;

public sealed class MigratorTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApplyAsync__a_second_time__applies_nothing()
    {
        await using var database = StanceDatabase.Open(await postgres.NewEmptyDatabaseAsync());

        var first = await new Migrator(database).ApplyAsync(Cancel);
        var second = await new Migrator(database).ApplyAsync(Cancel);

        Assert.Equal("0001-text-search.sql", first[0]);
        Assert.Equal(first.Order(StringComparer.Ordinal), first);
        Assert.Empty(second);
    }

    [Fact]
    public async Task ApplyAsync__two_at_once__apply_each_migration_once()
    {
        await using var database = StanceDatabase.Open(await postgres.NewEmptyDatabaseAsync());

        var both = await Task.WhenAll(new Migrator(database).ApplyAsync(Cancel), new Migrator(database).ApplyAsync(Cancel));

        Assert.Contains(both, applied => applied.Count == 0);
        Assert.Contains(both, applied => applied.Count > 0);
    }

    [Fact]
    public async Task ApplyAsync__a_shipped_migration_was_changed__refuses_and_names_it()
    {
        await using var database = StanceDatabase.Open(await postgres.NewDatabaseAsync());
        await using var connection = await database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync("update schema_migration set sha256 = sha256('another text') where name = '0003-blocs.sql'");

        var refused = await Assert.ThrowsAsync<StanceStartException>(() => new Migrator(database).ApplyAsync(Cancel));

        Assert.Contains("0003-blocs.sql", refused.Message, StringComparison.Ordinal);
    }
}
