using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Explanation;
using Stance.ViewStates;

namespace Stance.Data.Acts;

/// <summary>Names acts for charts, all of them with one statement.</summary>
public sealed class ActNameReader(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly string Names = SqlFile.Read("Acts/ActNames.sql");

    public async Task<IReadOnlyDictionary<ActId, ActName>> ReadAsync(
        CountryCode country, IReadOnlyCollection<ActId> acts, Scope scope, KnownSpan known, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (acts.Count == 0 || !scope.Allows(country))
            return new Dictionary<ActId, ActName>();
        var asked = new
        {
            country = country.Value,
            ids = acts.Select(a => a.Id).ToArray(),
            knownFrom = Instant(known.From),
            knownTo = Instant(known.To),
        };
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<NameRecord>(new CommandDefinition(Names, asked, cancellationToken: cancel));
        return rows.Select(r => r.ToName()).ToDictionary(n => n.Id);
    }

    private DateTime Instant(AsOf known) => (known.Instant ?? clock.GetUtcNow()).UtcDateTime;

    private sealed record NameRecord(
        string ActId, string Title, string Type, DateOnly FromDay, DateOnly ToDay, string Precision, DateOnly ScoredOn, bool IsDeed, bool IsDisputed)
    {
        public ActName ToName() => new(
            Stance.Acts.ActId.TryParse(ActId, out var id) ? id : throw new InvalidOperationException($"Act id {ActId} is malformed."),
            Title, Type, FromDay, ToDay, Precision, ScoredOn, IsDeed, IsDisputed);
    }
}
