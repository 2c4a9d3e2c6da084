using Dapper;
using Npgsql;

namespace Stance.Data.People;

/// <summary>One change by a signed-in analyst or above, in one transaction, under the role the person has at this moment.</summary>
internal static class SignedInTransaction
{
    private static readonly string RoleNow = SqlFile.Read("Sharing/RoleOf.sql");

    /// <param name="what">Ends the sentence "Only a signed-in person can …".</param>
    /// <exception cref="NotAllowedException">The actor is not, or no longer, an analyst or above.</exception>
    public static async Task RunAsync(
        NpgsqlDataSource database, Actor actor, string what, Func<NpgsqlConnection, NpgsqlTransaction, Guid, Task> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Require(Role.Analyst);
        if (!actor.IsPerson || actor.Id is not { } person)
            throw new NotAllowedException($"Only a signed-in person can {what}.");
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // The page may be older than a change of roles.
        var role = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(RoleNow, new { id = person }, transaction, cancellationToken: cancel));
        if (role is null || RoleNames.Parse(role) < actor.Role)
            throw new NotAllowedException("Your role has changed. Sign in again.");
        await change(connection, transaction, person);
        await transaction.CommitAsync(cancel);
    }
}
