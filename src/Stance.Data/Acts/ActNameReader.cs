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
        IReadOnlyCollection<(CountryCode Country, ActId Act)> acts, Scope scope, KnownSpan known, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var seen = acts.Where(a => scope.Allows(a.Country)).ToList();
        if (seen.Count == 0)
            return new Dictionary<ActId, ActName>();
        var asked = new
        {
            countries = seen.Select(a => a.Country.Value).ToArray(),
            ids = seen.Select(a => a.Act.Id).ToArray(),
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
