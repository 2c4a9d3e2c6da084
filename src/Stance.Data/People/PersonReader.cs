using Dapper;
using Npgsql;

namespace Stance.Data.People;

/// <summary>Lists the people.</summary>
public sealed class PersonReader(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly string People = SqlFile.Read("People/People.sql");

    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<Person>(
            new CommandDefinition(People, new { now = clock.GetUtcNow() }, cancellationToken: cancel))];
    }
}

/// <summary>Somebody who may sign in, as an administrator sees them.</summary>
public sealed record Person
{
    public Guid Id { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public Role Role { get; init; }

    public bool IsDisabled { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignedInAt { get; init; }

    public int Sessions { get; init; }
}
