using Dapper;
using Npgsql;

namespace Stance.Data.Events;

/// <summary>What somebody typed and did not save.</summary>
public sealed record KeptDraft(string Body, DateTimeOffset SavedAt);

/// <summary>Answers what a person left unsaved; to nobody else.</summary>
public sealed class DraftReader(NpgsqlDataSource database)
{
    private static readonly string Find = SqlFile.Read("Events/Draft.sql");

    public async Task<KeptDraft?> FindAsync(Guid user, string subject, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var row = await connection.QuerySingleOrDefaultAsync<DraftRow>(new CommandDefinition(Find, new { user, subject }, cancellationToken: cancel));
        return row is null ? null : new KeptDraft(row.Body, new DateTimeOffset(DateTime.SpecifyKind(row.SavedAt, DateTimeKind.Utc)));
    }

    private sealed record DraftRow(string Body, DateTime SavedAt);
}
