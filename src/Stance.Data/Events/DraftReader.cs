using Dapper;
using Npgsql;
using Stance.Acts;

namespace Stance.Data.Events;

/// <summary>What somebody typed and did not save.</summary>
public sealed record KeptDraft(string Body, DateTimeOffset SavedAt);

/// <summary>One of a person's drafts as a list shows it.</summary>
/// <param name="Subject">What it is a draft of, as its form names it: <c>act:new</c>, <c>act:{id}:{version}</c>, <c>text:{report}</c>.</param>
/// <param name="Body">As its form printed it; null where it is long.</param>
/// <param name="About">The title of the act or report it is about; null for what is not on file yet or lies outside the scope.</param>
/// <param name="Newest">The newest version of the act it corrects.</param>
public sealed record ListedDraft(string Subject, string? Body, DateTimeOffset SavedAt, string? About, int? Newest);

/// <summary>Answers what a person left unsaved; to nobody else.</summary>
public sealed class DraftReader(NpgsqlDataSource database)
{
    private static readonly string Find = SqlFile.Read("Events/Draft.sql");
    private static readonly string Own = SqlFile.Read("Events/Drafts.sql");

    public async Task<KeptDraft?> FindAsync(Guid user, string subject, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var row = await connection.QuerySingleOrDefaultAsync<DraftRow>(new CommandDefinition(Find, new { user, subject }, cancellationToken: cancel));
        return row is null ? null : new KeptDraft(row.Body, new DateTimeOffset(DateTime.SpecifyKind(row.SavedAt, DateTimeKind.Utc)));
    }

    /// <returns>How many drafts the person has, and the newest of them, at most <paramref name="most"/>.</returns>
    public async Task<(int Count, IReadOnlyList<ListedDraft> Drafts)> ListAsync(Guid user, Scope scope, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var parameters = new { user, countries = scope.Countries?.Select(c => c.Value).ToArray(), most };
        var rows = (await connection.QueryAsync<ListRow>(new CommandDefinition(Own, parameters, cancellationToken: cancel))).AsList();
        return ((int)(rows.FirstOrDefault()?.Total ?? 0), [.. rows.Select(r => r.ToDraft())]);
    }

    private sealed record ListRow(string Subject, string? Body, DateTime SavedAt, string? About, int? Newest, long Total)
    {
        public ListedDraft ToDraft() => new(Subject, Body, new DateTimeOffset(DateTime.SpecifyKind(SavedAt, DateTimeKind.Utc)), About, Newest);
    }

    private sealed record DraftRow(string Body, DateTime SavedAt);
}
