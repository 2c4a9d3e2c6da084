using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace Stance.Data.People;

/// <summary>Answers which token of the API a secret is.</summary>
public sealed class TokenReader(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);
    private static readonly string Find = SqlFile.Read("People/FindToken.sql");
    private static readonly string Touch = SqlFile.Read("People/TouchToken.sql");
    private static readonly string List = SqlFile.Read("People/Tokens.sql");

    /// <returns>Null when no standing token has this secret.</returns>
    public async Task<ApiToken?> FindAsync(string secret, CancellationToken cancel = default)
    {
        if (!secret.StartsWith(TokenWriter.Prefix, StringComparison.Ordinal))
            return null;
        var hash = Secret.Hash(secret);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var token = await connection.QuerySingleOrDefaultAsync<ApiToken>(new CommandDefinition(Find, new { hash }, cancellationToken: cancel));
        if (token is null || !CryptographicOperations.FixedTimeEquals(hash, token.SecretHash))
            return null;
        var now = clock.GetUtcNow();
        if (token.LastUsedAt is not { } last || now - last > TouchEvery)
            await connection.ExecuteAsync(new CommandDefinition(Touch, new { token.Id, now, since = now - TouchEvery }, cancellationToken: cancel));
        return token;
    }

    public async Task<IReadOnlyList<ApiToken>> ListAsync(CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<ApiToken>(new CommandDefinition(List, cancellationToken: cancel))];
    }
}

/// <summary>A key with which a program uses the API.</summary>
public sealed record ApiToken
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public Role Role { get; init; }

    public required byte[] SecretHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }
}
