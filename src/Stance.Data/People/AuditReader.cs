using Dapper;
using Npgsql;

namespace Stance.Data.People;

/// <summary>Reads the audit back, and walks its chain.</summary>
public sealed class AuditReader(NpgsqlDataSource database)
{
    private static readonly string Check = SqlFile.Read("People/CheckAudit.sql");
    private static readonly string About = SqlFile.Read("People/AuditAbout.sql");
    private static readonly string Lines = SqlFile.Read("People/AuditLines.sql");

    /// <summary>What one page shows.</summary>
    public const int Page = 100;

    public async Task<AuditCheck> CheckAsync(CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await connection.QuerySingleAsync<AuditCheck>(new CommandDefinition(Check, cancellationToken: cancel));
    }

    public async Task<IReadOnlyList<AuditEntry>> AboutAsync(string subject, int limit, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<AuditEntry>(new CommandDefinition(About, new { subject, limit }, cancellationToken: cancel))];
    }

    /// <summary>A page of lines, newest first.</summary>
    /// <param name="subject">Null = of any.</param>
    /// <param name="below">The last line already shown; null = from the newest.</param>
    public async Task<IReadOnlyList<AuditEntry>> LinesAsync(string? subject, long? below, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<AuditEntry>(new CommandDefinition(Lines, new { subject, below, limit = Page }, cancellationToken: cancel))];
    }
}

/// <summary>Whether the audit chain holds from its first line to the end that was noted apart.</summary>
public sealed record AuditCheck
{
    public long Entries { get; init; }

    public long? FirstBroken { get; init; }

    public bool EndsWhereItShould { get; init; }

    public bool Holds => FirstBroken is null && EndsWhereItShould;
}

/// <summary>One line of the audit.</summary>
public sealed record AuditEntry
{
    public long EntryNo { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>What the person or token is called; null for the console, and where the line is read without names.</summary>
    public string? Name { get; init; }

    public required string Action { get; init; }

    public required string Subject { get; init; }

    public required string Details { get; init; }
}
