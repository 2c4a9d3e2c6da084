using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;

namespace Stance.Data.Acts;

/// <summary>An act on file of which one report contradicts another.</summary>
/// <param name="Since">When the newest contradicting report came on file.</param>
public sealed record DisputedAct(ActId Id, string Title, CountryCode Country, DateOnly Day, DateTimeOffset Since);

/// <summary>Answers which acts are disputed now, coded ones and votes, by the rule of the tag in lists of acts.</summary>
public sealed class DisputedActReader(NpgsqlDataSource database)
{
    private static readonly string Disputed = SqlFile.Read("Acts/DisputedActs.sql");

    /// <returns>How many there are, and the newest disputes, at most <paramref name="most"/>.</returns>
    public async Task<(int Count, IReadOnlyList<DisputedAct> Acts)> FindAsync(Scope scope, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var parameters = new { countries = scope.Countries?.Select(c => c.Value).ToArray(), most };
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(Disputed, parameters, cancellationToken: cancel))).AsList();
        return ((int)(rows.FirstOrDefault()?.Total ?? 0), [.. rows.Select(r => r.ToAct())]);
    }

    private sealed record Row(string Id, string Title, string Country, DateOnly Day, DateTime Since, long Total)
    {
        public DisputedAct ToAct() => new(
            ActId.TryParse(Id, out var id) ? id : throw new InvalidOperationException($"Act id {Id} is malformed."),
            Title, new CountryCode(Country), Day, new DateTimeOffset(DateTime.SpecifyKind(Since, DateTimeKind.Utc)));
    }
}
