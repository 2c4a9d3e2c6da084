using Dapper;
using Npgsql;

namespace Stance.Data.People;

/// <summary>Bounds how many passwords are ever looked at for one account, however many guesses come side by side.</summary>
public sealed class SignInTries(NpgsqlDataSource database, TimeProvider clock)
{
    public const int MostInRow = 10;

    public const int MostInDay = 100;

    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private static readonly string Count = SqlFile.Read("People/CountTry.sql");
    private static readonly string Forgive = SqlFile.Read("People/ForgiveTry.sql");

    /// <returns>Whether the password may be looked at; false also for unknown addresses and disabled people.</returns>
    public async Task<bool> CountAsync(string email, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancel);
        var counted = await connection.QueryAsync<Guid>(new CommandDefinition(
            Count,
            new
            {
                email = Emails.Normalize(email),
                now,
                restUntil = now + Rest,
                today = DateOnly.FromDateTime(now.UtcDateTime),
                mostInRow = MostInRow,
                mostInDay = MostInDay,
            },
            cancellationToken: cancel));
        return counted.Any();
    }

    public async Task ForgiveAsync(Guid id, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(Forgive, new { id }, cancellationToken: cancel));
    }
}
