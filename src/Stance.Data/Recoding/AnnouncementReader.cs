using System.Text.Json;
using Dapper;
using Npgsql;
using Stance.Recoding;

namespace Stance.Data.Recoding;

/// <summary>Answers which codebook is announced, and what became of the last one if it could not come into force.</summary>
public sealed class AnnouncementReader(NpgsqlDataSource database)
{
    private static readonly string Open = SqlFile.Read("Recoding/OpenAnnouncement.sql");
    private static readonly string Latest = SqlFile.Read("Recoding/LatestAnnouncement.sql");

    /// <summary>Null when none is.</summary>
    public async Task<AnnouncedCodebook?> FindAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var row = await connection.QuerySingleOrDefaultAsync<AnnouncedRow>(new CommandDefinition(Open, cancellationToken: cancel));
        return row is null ? null : new AnnouncedCodebook(
            row.Id, new DateTimeOffset(row.InForceFrom, TimeSpan.Zero), JsonSerializer.Deserialize<CodebookDraft>(row.Draft, Registers.RegisterReader.AttributeJson)!, row.AnnouncedBy,
            row.Announcer, new DateTimeOffset(row.AnnouncedAt, TimeSpan.Zero));
    }

    /// <summary>The announcement that ended last, when it was refused on its day.</summary>
    public async Task<FailedAnnouncement?> FailedAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var row = await connection.QuerySingleOrDefaultAsync<FailedRow>(new CommandDefinition(Latest, cancellationToken: cancel));
        return row is null ? null : new FailedAnnouncement(row.Version, new DateTimeOffset(row.InForceFrom, TimeSpan.Zero), row.Problem);
    }

    private sealed record AnnouncedRow(Guid Id, DateTime InForceFrom, string Draft, Guid? AnnouncedBy, string? Announcer, DateTime AnnouncedAt);

    private sealed record FailedRow(string Version, DateTime InForceFrom, string Problem);
}
