using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;

namespace Stance.Data.Acts;

/// <summary>Where an act stands in the order of a list.</summary>
internal sealed record ActKey(string Country, Guid? EventId, Guid? RollCallId, double SortKey)
{
    public static ActKey Of(CountryCode country, ActId id) =>
        id.Voter is null ? new(country.Value, id.Id, null, 0) : new(country.Value, null, id.Id, 0);

    public ActId Id => EventId is { } id ? new ActId(id, null) : new ActId(RollCallId!.Value, new CountryCode(Country));
}

/// <summary>Two steps of every list: which acts, in order; then what is known of them.</summary>
internal static class ActPages
{
    private static readonly string InOrder = SqlFile.Read("Acts/ActsInOrder.sql");
    private static readonly string Acts = SqlFile.Read("Acts/Acts.sql");
    private static readonly string KnownSince = SqlFile.Read("Acts/KnownSince.sql");

    public static async Task<List<ActKey>> FindAsync(NpgsqlConnection connection, ActQuery query, CancellationToken cancel) =>
        (await connection.QueryAsync<ActKey>(new CommandDefinition(InOrder, query, cancellationToken: cancel))).AsList();

    public static async Task<List<ActRecord>> DescribeAsync(
        NpgsqlConnection connection, IReadOnlyCollection<ActKey> keys, DateTime knownAt, CancellationToken cancel)
    {
        if (keys.Count == 0)
            return [];
        var asked = new
        {
            countries = keys.Select(k => k.Country).ToArray(),
            events = keys.Select(k => k.EventId).ToArray(),
            rollCalls = keys.Select(k => k.RollCallId).ToArray(),
            sortKeys = keys.Select(k => k.SortKey).ToArray(),
            knownAt,
        };
        return (await connection.QueryAsync<ActRecord>(new CommandDefinition(Acts, asked, cancellationToken: cancel))).AsList();
    }

    /// <returns>By the printed id of the act.</returns>
    public static async Task<Dictionary<string, DateTimeOffset>> KnownSinceAsync(
        NpgsqlConnection connection, IReadOnlyCollection<ActKey> keys, CancellationToken cancel)
    {
        var asked = new
        {
            countries = keys.Select(k => k.Country).ToArray(),
            events = keys.Select(k => k.EventId).ToArray(),
            rollCalls = keys.Select(k => k.RollCallId).ToArray(),
        };
        var rows = await connection.QueryAsync<(string Act, DateTime Since)>(new CommandDefinition(KnownSince, asked, cancellationToken: cancel));
        return rows.ToDictionary(r => r.Act, r => new DateTimeOffset(DateTime.SpecifyKind(r.Since, DateTimeKind.Utc)));
    }
}
