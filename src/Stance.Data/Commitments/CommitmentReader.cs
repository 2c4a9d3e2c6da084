using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Commitments;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Data.Commitments;

/// <summary>Reads what a country promised and what became of it, up to the end of a view's period and as known at its knowledge date.</summary>
public sealed class CommitmentReader(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly string Stages = SqlFile.Read("Commitments/CommitmentStages.sql");

    /// <returns>Null when the view shows only words or only deeds: half of each chain would be missing.</returns>
    public async Task<CommitmentBook?> ReadAsync(ViewState view, CountryCode country, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var asked = scope.Narrow(view);
        if (asked.Form is not null || !scope.Allows(country))
            return null;
        var now = clock.GetUtcNow();
        var until = asked.PeriodOn(DateOnly.FromDateTime(now.UtcDateTime)).To;
        var query = new
        {
            country = country.Value,
            knownAt = (asked.AsOf.Instant ?? now).UtcDateTime,
            pledgeTypes = CommitmentBook.PledgeTypes.ToArray(),
            fromDay = scope.Period?.From,
            toDay = until,
            families = asked.Families.Count == 0 ? null : asked.Families.ToArray(),
            collections = asked.Collections.Count == 0 ? null : asked.Collections.ToArray(),
        };
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<StageRecord>(new CommandDefinition(Stages, query, cancellationToken: cancel));
        return CommitmentBook.Of(rows.Select(r => r.ToStage()), until);
    }

    private sealed record StageRecord(
        string ActId, string Chain, string Type, string Variant, string Title, string? Stage, DateOnly FromDay, DateOnly ToDay,
        DateOnly ScoredOn, string Precision, bool IsDeed, bool IsScored)
    {
        public CommitmentStage ToStage() => new(
            Stance.Acts.ActId.TryParse(ActId, out var id) ? id : throw new InvalidOperationException($"Act id {ActId} is malformed."),
            Chain, Type, Variant, Title, Stage, FromDay, ToDay, ScoredOn, Precision, IsDeed, IsScored);
    }
}
