using Dapper;
using Npgsql;

namespace Stance.Data.People;

/// <summary>Answers whose a session is and whether it still stands: asked on every request, so that ending one works at once.</summary>
public sealed class SessionReader(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly string Find = SqlFile.Read("People/FindSession.sql");
    private static readonly string Live = SqlFile.Read("People/LiveSessions.sql");
    private static readonly string Of = SqlFile.Read("People/SessionsOf.sql");

    /// <returns>Null when there is none, it ran out, or the person is disabled.</returns>
    public async Task<SignedIn?> FindAsync(byte[] id, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<SignedIn>(
            new CommandDefinition(Find, new { id, now = clock.GetUtcNow() }, cancellationToken: cancel));
    }

    /// <returns>The sessions of <paramref name="ids"/> that still stand, by their id in hex.</returns>
    public async Task<IReadOnlySet<string>> LiveAsync(IReadOnlyCollection<string> ids, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var live = await connection.QueryAsync<byte[]>(new CommandDefinition(
            Live, new { ids = ids.Select(Convert.FromHexString).ToArray(), now = clock.GetUtcNow() }, cancellationToken: cancel));
        return live.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<OpenSession>> OfAsync(Guid userId, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<OpenSession>(
            new CommandDefinition(Of, new { userId, now = clock.GetUtcNow() }, cancellationToken: cancel))];
    }
}

/// <summary>A session that stands, and the person as of now.</summary>
public sealed record SignedIn
{
    public required byte[] SessionId { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset RenewedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public Guid UserId { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public Role Role { get; init; }
}

/// <summary>One place where a person is signed in.</summary>
public sealed record OpenSession
{
    public required byte[] SessionId { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset RenewedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public required string Device { get; init; }
}
