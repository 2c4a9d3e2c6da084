using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Commitments;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Data.Commitments;

/// <summary>A pledge of a country that no deed followed in time.</summary>
public sealed record OverduePledge(CountryCode Country, Commitment Commitment);

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
        var until = Until(asked, now);
        return CommitmentBook.Of((await StagesAsync(asked, [country], scope, now, cancel)).Select(r => r.ToStage()), until);
    }

    /// <summary>Pledges that no deed followed in time, as known now, the longest overdue first; none where the scope shows only words or only deeds.</summary>
    public async Task<IReadOnlyList<OverduePledge>> OverdueAsync(Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var asked = scope.Narrow(new ViewState { Period = new Period(today, today) });
        if (asked.Form is not null)
            return [];
        var rows = await StagesAsync(asked, scope.Countries, scope, now, cancel);
        return [.. rows
            .GroupBy(r => r.Country, StringComparer.Ordinal)
            .SelectMany(c => CommitmentBook.Of(c.Select(r => r.ToStage()), Until(asked, now)).Commitments
                .Where(m => m.State == CommitmentState.Overdue)
                .Select(m => new OverduePledge(new CountryCode(c.Key), m)))
            .OrderBy(p => p.Commitment.DueOn).ThenBy(p => p.Commitment.First.Id.ToString(), StringComparer.Ordinal)];
    }

    private static DateOnly Until(ViewState asked, DateTimeOffset now) => asked.PeriodOn(DateOnly.FromDateTime(now.UtcDateTime)).To;

    private async Task<IReadOnlyList<StageRecord>> StagesAsync(
        ViewState asked, IEnumerable<CountryCode>? countries, Scope scope, DateTimeOffset now, CancellationToken cancel)
    {
        var query = new
        {
            countries = countries?.Select(c => c.Value).ToArray(),
            knownAt = (asked.AsOf.Instant ?? now).UtcDateTime,
            pledgeTypes = CommitmentBook.PledgeTypes.ToArray(),
            fromDay = scope.Period?.From,
            toDay = Until(asked, now),
            families = asked.Families.Count == 0 ? null : asked.Families.ToArray(),
            collections = asked.Collections.Count == 0 ? null : asked.Collections.ToArray(),
        };
        await using var connection = await database.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<StageRecord>(new CommandDefinition(Stages, query, cancellationToken: cancel))).AsList();
    }

    private sealed record StageRecord(
        string Country, string ActId, string Chain, string Type, string Variant, string Title, string? Stage, DateOnly FromDay, DateOnly ToDay,
        DateOnly ScoredOn, string Precision, bool IsDeed, bool IsScored)
    {
        public CommitmentStage ToStage() => new(
            Stance.Acts.ActId.TryParse(ActId, out var id) ? id : throw new InvalidOperationException($"Act id {ActId} is malformed."),
            Chain, Type, Variant, Title, Stage, FromDay, ToDay, ScoredOn, Precision, IsDeed, IsScored);
    }
}
