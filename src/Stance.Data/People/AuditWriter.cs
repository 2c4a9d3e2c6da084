using System.Text.Json;
using Dapper;
using Npgsql;

namespace Stance.Data.People;

/// <summary>
/// Adds to the hash-chained audit inside the writer's own transaction. Call it last: it takes the change lock, and the
/// chain waits for the commit.
/// </summary>
public sealed class AuditWriter(TimeProvider clock)
{
    private static readonly string Lock = SqlFile.Read("People/LockAudit.sql");
    private static readonly string Append = SqlFile.Read("People/AppendAudit.sql");
    private static readonly string AppendAll = SqlFile.Read("People/AppendAuditLines.sql");

    /// <param name="action">What was done, as in <c>person.role-changed</c>.</param>
    /// <param name="subject">To what, as in <c>person:0197…</c>.</param>
    /// <param name="details">Anything that System.Text.Json can print; never a secret.</param>
    public async Task AppendAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        Actor actor,
        string action,
        string subject,
        object? details = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await connection.ExecuteAsync(new CommandDefinition(Lock, transaction: transaction, cancellationToken: cancel));
        var line = new
        {
            at = clock.GetUtcNow(),
            actor = actor.Key,
            action,
            subject,
            details = JsonSerializer.Serialize(details ?? new { }, JsonSerializerOptions.Web),
        };
        await connection.ExecuteAsync(new CommandDefinition(Append, line, transaction, cancellationToken: cancel));
    }

    /// <summary>One line for each record of a command over many, in one statement.</summary>
    internal async Task AppendAllAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Actor actor, string action, IReadOnlyList<(string Subject, object Details)> records,
        CancellationToken cancel)
    {
        await connection.ExecuteAsync(new CommandDefinition(Lock, transaction: transaction, cancellationToken: cancel));
        var lines = new
        {
            at = clock.GetUtcNow(),
            actor = actor.Key,
            action,
            subjects = records.Select(r => r.Subject).ToArray(),
            details = records.Select(r => JsonSerializer.Serialize(r.Details, JsonSerializerOptions.Web)).ToArray(),
        };
        await connection.ExecuteAsync(new CommandDefinition(AppendAll, lines, transaction, cancellationToken: cancel));
    }
}
