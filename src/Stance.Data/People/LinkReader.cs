using Dapper;
using Npgsql;

namespace Stance.Data.People;

/// <summary>Answers what a one-time link still opens.</summary>
public sealed class LinkReader(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly string Find = SqlFile.Read("People/FindLink.sql");
    private static readonly string Open = SqlFile.Read("People/OpenLinks.sql");

    /// <returns>Null when the link is unknown, used, revoked or too old: which of them is nobody's business.</returns>
    public async Task<OneTimeLink?> FindAsync(string secret, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<OneTimeLink>(
            new CommandDefinition(Find, new { hash = Secret.Hash(secret), now = clock.GetUtcNow() }, cancellationToken: cancel));
    }

    public async Task<IReadOnlyList<OneTimeLink>> OpenAsync(CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<OneTimeLink>(
            new CommandDefinition(Open, new { now = clock.GetUtcNow() }, cancellationToken: cancel))];
    }
}
