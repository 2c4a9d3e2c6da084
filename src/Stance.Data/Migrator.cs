using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Stance.Data;

/// <summary>Brings the schema up to date: the embedded migrations in order, each in its own transaction, under one lock.</summary>
public sealed class Migrator(NpgsqlDataSource database)
{
    private const int OldestServer = 18;
    private const string LockTimeout = "55P03";

    private static readonly string Prepare = SqlFile.Read("Schema/PrepareMigration.sql");
    private static readonly string Lock = SqlFile.Read("Schema/LockMigrations.sql");
    private static readonly string Unlock = SqlFile.Read("Schema/UnlockMigrations.sql");
    private static readonly string Applied = SqlFile.Read("Schema/AppliedMigrations.sql");
    private static readonly string Record = SqlFile.Read("Schema/RecordMigration.sql");

    /// <returns>The names of the migrations applied now; none when the schema was up to date.</returns>
    /// <exception cref="StanceStartException">The server is too old, is busy migrating, or a shipped migration was changed.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new StanceStartException(
                $"Stance needs PostgreSQL {OldestServer} or newer; the server says it is {connection.PostgreSqlVersion}.");
        await LockAsync(connection, cancel);
        try
        {
            return await ApplyMissingAsync(connection, cancel);
        }
        finally
        {
            await connection.ExecuteAsync(new CommandDefinition(Unlock, cancellationToken: CancellationToken.None));
        }
    }

    /// <summary>Every migration of this build is applied.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var applied = (await connection.QueryAsync<(string Name, byte[] Sha256)>(new CommandDefinition(Applied, cancellationToken: cancel)))
            .Select(m => m.Name).ToHashSet();
        return SqlFile.ReadAll("migrations/").All(m => applied.Contains(m.Name));
    }

    private static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(Lock, cancellationToken: cancel));
        }
        catch (PostgresException busy) when (busy.SqlState == LockTimeout)
        {
            throw new StanceStartException("Another Stance is still bringing this database up to date. Try again in a minute.", busy);
        }
    }

    private static async Task<IReadOnlyList<string>> ApplyMissingAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await connection.ExecuteAsync(new CommandDefinition(Prepare, cancellationToken: cancel));
        var applied = (await connection.QueryAsync<(string Name, byte[] Sha256)>(new CommandDefinition(Applied, cancellationToken: cancel)))
            .ToDictionary(m => m.Name, m => m.Sha256);
        var fresh = new List<string>();
        foreach (var (name, text) in SqlFile.ReadAll("migrations/").OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
            if (!applied.TryGetValue(name, out var known))
            {
                await ApplyAsync(connection, name, text, hash, cancel);
                fresh.Add(name);
            }
            else if (!hash.AsSpan().SequenceEqual(known))
            {
                throw new StanceStartException(
                    $"The migration {name} was changed after this database applied it. Restore the file and add a new migration instead.");
            }
        }
        return fresh;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, string name, string text, byte[] hash, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(text, transaction: transaction, cancellationToken: cancel));
        await connection.ExecuteAsync(new CommandDefinition(Record, new { name, hash }, transaction, cancellationToken: cancel));
        await transaction.CommitAsync(cancel);
    }
}
