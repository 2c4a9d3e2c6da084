using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.ViewStates;

namespace Stance.Data.Acts;

/// <summary>Reads an act of several states with its parts, within a scope and as of a moment.</summary>
public sealed class TogetherReader(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly string Parent = SqlFile.Read("Acts/Parent.sql");
    private static readonly string Earlier = SqlFile.Read("Acts/EarlierTitles.sql");
    private static readonly string Parts = SqlFile.Read("Acts/PartsOfParent.sql");

    /// <returns>Null when there is none, or no part of it was known by then within the scope.</returns>
    public async Task<ActTogether?> FindAsync(Guid id, Scope scope, AsOf asOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await FindAsync(connection, id, scope, (scope.Narrow(new ViewState { AsOf = asOf }).AsOf.Instant ?? clock.GetUtcNow()).UtcDateTime, cancel);
    }

    internal static async Task<ActTogether?> FindAsync(NpgsqlConnection connection, Guid id, Scope scope, DateTime knownAt, CancellationToken cancel)
    {
        CommandDefinition Ask(string sql, object parameters) => new(sql, parameters, cancellationToken: cancel);
        if (await connection.QuerySingleOrDefaultAsync<ParentRow>(Ask(Parent, new { id, knownAt })) is not { } parent)
            return null;
        var countries = scope.Countries?.Select(c => c.Value).ToArray();
        var parts = (await connection.QueryAsync<PartRow>(Ask(Parts, new { id, knownAt, countries }))).AsList();
        var standing = parts.Where(p => !p.IsTakenBack).Select(p => p.Act).ToArray();
        var query = new ActQuery(scope.Narrow(new ViewState()), countries, knownAt, new HashSet<Guid>()) { Events = standing, RollCalls = [], Limit = standing.Length };
        var keys = standing.Length == 0 ? [] : await ActPages.FindAsync(connection, query, cancel);
        var takenBack = parts.Count - standing.Length;
        return keys.Count + takenBack == 0
            ? null
            : new ActTogether(
                id, parent.Title, parent.Note, new DateTimeOffset(DateTime.SpecifyKind(parent.EnteredAt, DateTimeKind.Utc)), parent.EnteredBy,
                [.. (await ActPages.DescribeAsync(connection, keys, knownAt, cancel)).Select(r => new ActPart(r.ToItem(), r.Version)).OrderBy(p => p.Act.Country)], takenBack,
                [.. (await connection.QueryAsync<TitleRow>(Ask(Earlier, new { id, knownAt }))).Select(t => t.ToTitle())]);
    }

    private sealed record ParentRow(string Title, string? Note, DateTime EnteredAt, string? EnteredBy);

    private sealed record TitleRow(string Title, DateTime Until, string? ChangedBy, string Reason)
    {
        public EarlierTitle ToTitle() => new(Title, new DateTimeOffset(DateTime.SpecifyKind(Until, DateTimeKind.Utc)), ChangedBy, Reason);
    }

    private sealed record PartRow(Guid Act, bool IsTakenBack);
}
