using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Data.Acts;

/// <summary>Reads acts for lists, detail pages and the API, always within a scope and as of a moment.</summary>
public sealed class ActReader(NpgsqlDataSource database, ActFeed feed, TimeProvider clock)
{
    public const int LargestPage = 500;

    /// <summary>No more acts than these are looked for by their words.</summary>
    public const int MostMatching = 100_000;

    private static readonly string Acts = SqlFile.Read("Acts/Acts.sql");
    private static readonly string ById = SqlFile.Read("Acts/ActsById.sql");
    private static readonly string Matching = SqlFile.Read("Acts/ActsMatching.sql");
    private static readonly string Scorings = SqlFile.Read("Acts/ActScorings.sql");
    private static readonly string ClaimsOfActs = SqlFile.Read("Acts/ClaimsOfActs.sql");
    private static readonly string Claims = SqlFile.Read("Acts/ActClaims.sql");
    private static readonly string Collections = SqlFile.Read("Acts/ActCollections.sql");
    private static readonly string Versions = SqlFile.Read("Acts/ActVersions.sql");
    private static readonly string CountryOfEvent = SqlFile.Read("Acts/CountryOfEvent.sql");
    private static readonly string ParentTitle = SqlFile.Read("Acts/ParentTitle.sql");

    /// <summary>A page of the acts in view. A view without a period has no limit in time; <paramref name="onlySpeaking"/> leaves out acts silent on its axis.</summary>
    /// <exception cref="FormatException">The cursor is not one of ours, or belongs to another order.</exception>
    public async Task<ActList> ListAsync(
        ViewState view, Scope scope, int limit, string? cursor, CancellationToken cancel, bool onlySpeaking = false)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var asked = scope.Narrow(view);
        var after = cursor is null ? null : ActCursor.Parse(cursor, asked.Order);
        var size = Math.Clamp(limit, 1, LargestPage);
        var query = new ActQuery(asked, Countries(asked, scope), KnownAt(asked.AsOf))
        {
            OnlySpeaking = onlySpeaking,
            AfterKey = after?.SortKey,
            AfterId = after?.ActId,
            Limit = size + 1,
        };
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = (await connection.QueryAsync<ActRecord>(new CommandDefinition(Acts, query, cancellationToken: cancel))).AsList();
        var next = rows.Count > size ? new ActCursor(asked.Order, rows[size - 1].SortKey, rows[size - 1].ActId).ToString() : null;
        return new ActList([.. rows.Take(size).Select(r => r.ToItem())], next);
    }

    /// <summary>The same page of acts, each with what its reports claim and the passages they rest on.</summary>
    /// <exception cref="FormatException">The cursor is not one of ours, or belongs to another order.</exception>
    public async Task<ActSourceList> ListWithSourcesAsync(
        ViewState view, Scope scope, int limit, string? cursor, CancellationToken cancel, bool onlySpeaking = false)
    {
        var page = await ListAsync(view, scope, limit, cursor, cancel, onlySpeaking);
        var asked = new
        {
            countries = page.Acts.Select(a => a.Country.Value).ToArray(),
            ids = page.Acts.Select(a => a.Id.Id).ToArray(),
            knownAt = KnownAt(scope.Narrow(view).AsOf),
        };
        await using var connection = await database.OpenConnectionAsync(cancel);
        var claims = (await RowsAsync<ClaimOfActRecord>(connection, ClaimsOfActs, asked, cancel))
            .ToLookup(c => (c.Country, c.Act), c => c.ToClaim());
        return new ActSourceList([.. page.Acts.Select(a => new ActWithSources(a, [.. claims[(a.Country.Value, a.Id.Id)]]))], page.Next);
    }

    /// <summary>The words of known acts, each once and in no particular order; what is not on file as of the moment, or outside the scope, is left out.</summary>
    public async Task<IReadOnlyList<DescribedAct>> DescribeAsync(
        IReadOnlyList<(CountryCode Country, ActId Act)> acts, Scope scope, AsOf asOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var seen = acts.Where(a => scope.Allows(a.Country)).ToList();
        var asked = new
        {
            countries = seen.Select(a => a.Country.Value).ToArray(),
            ids = seen.Select(a => a.Act.Id).ToArray(),
            knownAt = KnownAt(scope.Narrow(new ViewState { AsOf = asOf }).AsOf),
        };
        await using var connection = await database.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<ActRecord, DateTime, DescribedAct>(
            new CommandDefinition(ById, asked, cancellationToken: cancel),
            (row, knownSince) => new DescribedAct(row.ToItem(), DateTime.SpecifyKind(knownSince, DateTimeKind.Utc)),
            splitOn: "known_since")).AsList();
    }

    /// <summary>The acts in view that hold the view's words; null = it asks for none. A view without a period has no limit in time.</summary>
    public async Task<IReadOnlyList<ActId>?> MatchingAsync(ViewState view, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var asked = scope.Narrow(view);
        if (asked.Text is null)
            return null;
        var query = new ActQuery(asked, Countries(asked, scope), KnownAt(asked.AsOf)) { Limit = MostMatching };
        await using var connection = await database.OpenConnectionAsync(cancel);
        return (await RowsAsync<string>(connection, Matching, query, cancel)).ConvertAll(
            id => ActId.TryParse(id, out var act) ? act : throw new InvalidOperationException($"Act id {id} is malformed."));
    }

    /// <summary>One act in full, or null when there is none within the scope. A retracted act answers with its last version.</summary>
    public async Task<ActDetail?> FindAsync(ActId id, Scope scope, AsOf asOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var country = id.Voter?.Value
            ?? await connection.ExecuteScalarAsync<string?>(new CommandDefinition(CountryOfEvent, new { id = id.Id }, cancellationToken: cancel));
        if (country is null || !scope.Allows(new CountryCode(country)))
            return null;
        var asked = scope.Narrow(new ViewState { AsOf = asOf, Countries = [new CountryCode(country)] });
        var knownAt = KnownAt(asked.AsOf);
        var versions = await RowsAsync<VersionRecord>(connection, Versions, new { country, id = id.Id, knownAt }, cancel);
        var isRetracted = versions.Count > 0 && (versions[0].State == "retracted" || versions[0].KnownTo <= knownAt);
        if (isRetracted)
            knownAt = (versions.FirstOrDefault(v => v.State == "published")?.KnownTo ?? knownAt).AddTicks(-10);
        var query = new ActQuery(asked, [country], knownAt) { ActId = id.ToString(), Limit = 1 };
        var row = await connection.QuerySingleOrDefaultAsync<ActRecord>(new CommandDefinition(Acts, query, cancellationToken: cancel));
        if (row is null)
            return null;
        var act = new { country, actId = id.ToString(), id = id.Id, knownAt, row.Version };
        return new ActDetail(
            row.ToItem() with { State = isRetracted ? "retracted" : "published" },
            row.Version, row.Note, row.Intensity, versions.FirstOrDefault(v => v.Version == row.Version)?.IntensityReason,
            versions.FirstOrDefault(v => v.Version == row.Version)?.ConfidenceReason,
            row.ParentId is { } parentId
                ? await connection.ExecuteScalarAsync<string?>(new CommandDefinition(ParentTitle, new { parentId }, cancellationToken: cancel))
                : null,
            row.Stage, row.IsScored,
            await RowsAsync<AxisScoring>(connection, Scorings, act, cancel),
            [.. (await RowsAsync<ClaimRecord>(connection, Claims, act, cancel)).Select(c => c.ToClaim())],
            await RowsAsync<ActCollection>(connection, Collections, act, cancel),
            [.. versions.Select(v => v.ToVersion())]);
    }

    private string[]? Countries(ViewState asked, Scope scope)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var named = feed.Register.CountriesOf(asked, today);
        return asked.Countries.Count + asked.Blocs.Count > 0
            ? [.. named.Where(scope.Allows).Select(c => c.Value)]
            : scope.Countries?.Select(c => c.Value).ToArray();
    }

    private DateTime KnownAt(AsOf asOf) => (asOf.Instant ?? clock.GetUtcNow()).UtcDateTime;

    private static async Task<List<T>> RowsAsync<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken cancel) =>
        (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel))).AsList();
}
