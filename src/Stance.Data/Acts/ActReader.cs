using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Commitments;
using Stance.Data.Search;
using Stance.Search;
using Stance.ViewStates;

namespace Stance.Data.Acts;

/// <summary>Reads acts for lists, detail pages and the API, always within a scope and as of a moment.</summary>
public sealed class ActReader(NpgsqlDataSource database, ActFeed feed, TimeProvider clock)
{
    public const int LargestPage = 500;

    private static readonly string Scorings = SqlFile.Read("Acts/ActScorings.sql");
    private static readonly string ClaimsOfActs = SqlFile.Read("Acts/ClaimsOfActs.sql");
    private static readonly string Claims = SqlFile.Read("Acts/ActClaims.sql");
    private static readonly string Collections = SqlFile.Read("Acts/ActCollections.sql");
    private static readonly string Versions = SqlFile.Read("Acts/ActVersions.sql");
    private static readonly string CountryOfEvent = SqlFile.Read("Acts/CountryOfEvent.sql");

    /// <summary>As many acts as a search ever marks at once.</summary>
    public const int MostMatching = 100_000;

    /// <summary>
    /// A page of the acts in view. A view without a period has no limit in time; <paramref name="onlySpeaking"/> leaves out acts silent on its axis.
    /// <paramref name="onlyCoded"/> leaves out votes. A text that is not understood finds nothing.
    /// </summary>
    /// <exception cref="FormatException">The cursor is not one of ours, or belongs to another order.</exception>
    public async Task<ActList> ListAsync(
        ViewState view, Scope scope, int limit, string? cursor, CancellationToken cancel, bool onlySpeaking = false, bool onlyCoded = false)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var asked = scope.Narrow(view);
        var size = Math.Clamp(limit, 1, LargestPage);
        var query = (QueryOf(asked, scope) with
        {
            OnlySpeaking = onlySpeaking,
            Limit = size + 1,
        }).After(cursor is null ? null : ActCursor.Parse(cursor, asked.Order));
        await using var connection = await database.OpenConnectionAsync(cancel);
        var words = await WordsAsync(connection, asked, scope, cancel);
        if (words.IsHopeless)
            return new ActList([], null);
        var found = onlyCoded ? query.With(words) with { RollCalls = [] } : query.With(words);
        var keys = asked.Codebook is null || query.IsByDate
            ? await ActPages.FindAsync(connection, found, cancel)
            : await ByChosenScoreAsync(connection, asked, found, cursor, cancel);
        var next = keys.Count > size ? new ActCursor(asked.Order, keys[size - 1].SortKey, keys[size - 1].Id).ToString() : null;
        var rows = await ActPages.DescribeAsync(connection, [.. keys.Take(size)], query.KnownAt, cancel);
        var items = rows.Select(r => r.ToItem());
        if (asked.Codebook is not null && feed.Of(asked) is var scored)
            items = items.Select(i => scored.Scored(i, asked.AsOf));
        return new ActList([.. items], next) { Corrections = words.Corrections };
    }

    /// <summary>The acts in view that its text finds, the first 100,000 in its order; null when it has no text. One not understood finds none.</summary>
    public async Task<IReadOnlyList<ActId>?> MatchingAsync(ViewState view, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var asked = scope.Narrow(view);
        if (string.IsNullOrWhiteSpace(asked.Text))
            return null;
        await using var connection = await database.OpenConnectionAsync(cancel);
        var words = await WordsAsync(connection, asked, scope, cancel);
        if (words.IsHopeless)
            return [];
        var query = QueryOf(asked, scope) with { Limit = MostMatching };
        return [.. (await ActPages.FindAsync(connection, query.With(words), cancel)).Select(k => k.Id)];
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
        return new ActSourceList([.. page.Acts.Select(a => new ActWithSources(a, [.. claims[(a.Country.Value, a.Id.Id)]]))], page.Next) { Corrections = page.Corrections };
    }

    /// <summary>The words of known acts, each once and in no particular order; what is not on file as of the moment, or outside the scope, is left out.</summary>
    public async Task<IReadOnlyList<DescribedAct>> DescribeAsync(
        IReadOnlyList<(CountryCode Country, ActId Act)> acts, Scope scope, AsOf asOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var keys = acts.Where(a => scope.Allows(a.Country)).Select(a => ActKey.Of(a.Country, a.Act)).ToList();
        var knownAt = KnownAt(scope.Narrow(new ViewState { AsOf = asOf }).AsOf);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await ActPages.DescribeAsync(connection, keys, knownAt, cancel);
        var since = await ActPages.KnownSinceAsync(connection, keys, cancel);
        return rows.ConvertAll(row => new DescribedAct(row.ToItem(), since[row.ActId]));
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
        var query = new ActQuery(asked, [country], knownAt, new HashSet<Guid>()) { Events = id.IsVote ? [] : [id.Id], RollCalls = id.IsVote ? [id.Id] : [], Limit = 1 };
        var found = await ActPages.DescribeAsync(connection, await ActPages.FindAsync(connection, query, cancel), knownAt, cancel);
        if (found is not [var row])
            return null;
        var act = new { country, actId = id.ToString(), id = id.Id, knownAt, row.Version };
        return new ActDetail(
            row.ToItem() with { State = isRetracted ? "retracted" : "published" },
            row.Version, row.Note, row.Intensity, versions.FirstOrDefault(v => v.Version == row.Version)?.IntensityReason,
            versions.FirstOrDefault(v => v.Version == row.Version)?.ConfidenceReason,
            row.ParentId is { } parent ? await TogetherReader.FindAsync(connection, parent, scope, knownAt, cancel) : null,
            row.Stage, row.IsScored,
            !id.IsVote && await StageReader.OfActAsync(connection, id.Id, new CountryCode(country), knownAt, cancel) is { Count: > 1 } stages ? stages : [],
            await RowsAsync<AxisScoring>(connection, Scorings, act, cancel),
            [.. (await RowsAsync<ClaimRecord>(connection, Claims, act, cancel)).Select(c => c.ToClaim())],
            await RowsAsync<ActCollection>(connection, Collections, act, cancel),
            [.. versions.Select(v => v.ToVersion())]);
    }

    /// <summary>
    /// A word or field in more acts is common: its acts are met along the order of the list, not looked up. Where the two cost the same at a
    /// million acts: a walk meets a page of 50 after 50 · 10⁶ / n acts, an index gives all n.
    /// </summary>
    public int MostRare { get; init; } = 7_000;

    /// <summary>Scores by a codebook the view chose stand in memory only, so the list is sorted there; the first 100,000 acts, the newest, can be in it.</summary>
    private async Task<List<ActKey>> ByChosenScoreAsync(
        NpgsqlConnection connection, ViewState asked, ActQuery query, string? cursor, CancellationToken cancel)
    {
        var columns = feed.Of(asked).Columns;
        var last = cursor is null ? null : ActCursor.Parse(cursor, asked.Order);
        return [.. (await ActPages.FindAsync(connection, query.Whole(MostMatching), cancel))
            .Select(k => k with { SortKey = Key(columns.Find(asked.Axis, new CountryCode(k.Country), k.Id.Id, ActCursor.DayOf(k.SortKey), asked.AsOf)?.Score) })
            .OrderBy(Place)
            .SkipWhile(k => last is not null && Place(k).CompareTo((last.SortKey, last.Act.Id, last.Country)) <= 0)
            .Take(query.Limit)];

        double Key(double? score) => score is not { } s ? 99 : asked.Order == ActOrder.ScoreAscending ? s : -s;

        static (double, Guid, string) Place(ActKey key) => (key.SortKey, key.Id.Id, key.Id.Voter?.Value ?? "");
    }

    /// <summary>A word is in reach if any act within the scope holds it as of the moment, whatever else the view leaves out.</summary>
    private Task<FoundWords> WordsAsync(NpgsqlConnection connection, ViewState asked, Scope scope, CancellationToken cancel)
    {
        var reach = scope.Narrow(new ViewState { AsOf = asked.AsOf });
        var any = QueryOf(reach, scope) with { Limit = 1 };
        return new ActSearch(connection, async words => (await ActPages.FindAsync(connection, any.With(words), cancel)).Count > 0, MostRare, cancel)
            .ReadAsync(SearchText.Parse(asked.Text, feed.Register.Codebook));
    }

    private ActQuery QueryOf(ViewState asked, Scope scope) =>
        new(asked, Countries(asked, scope), KnownAt(asked.AsOf), feed.UncountedIn(asked, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));

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
