using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;

namespace Stance.Data.Acts;

/// <summary>Where an act stands in the order of a list.</summary>
internal sealed record ActKey(string Country, Guid? EventId, Guid? RollCallId, double SortKey)
{
    public ActId Id => EventId is { } id ? new ActId(id, null) : new ActId(RollCallId!.Value, new CountryCode(Country));
}

/// <summary>Two steps of every list: which acts, in order; then what is known of them.</summary>
internal static class ActPages
{
    private static readonly string InOrder = SqlFile.Read("Acts/ActsInOrder.sql");
    private static readonly string Acts = SqlFile.Read("Acts/Acts.sql");

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
}
