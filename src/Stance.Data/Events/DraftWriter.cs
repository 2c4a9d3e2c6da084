using Dapper;
using Npgsql;

namespace Stance.Data.Events;

/// <summary>Keeps what a person types until it is saved. No history: what was never published is nobody else's business.</summary>
public sealed class DraftWriter(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly string Keep = SqlFile.Read("Events/KeepDraft.sql");
    private static readonly string Drop = SqlFile.Read("Events/DropDraft.sql");

    public Task KeepAsync(Guid user, string subject, string body, CancellationToken cancel) =>
        RunAsync(Keep, new { user, subject, body, at = clock.GetUtcNow() }, cancel);

    public Task DropAsync(Guid user, string subject, CancellationToken cancel) => RunAsync(Drop, new { user, subject }, cancel);

    private async Task RunAsync(string sql, object parameters, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel));
    }
}
