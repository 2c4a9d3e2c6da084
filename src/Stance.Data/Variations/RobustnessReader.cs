using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Variations;
using Stance.ViewStates;

namespace Stance.Data.Variations;

/// <summary>Answers how firm a country's move over a view's period is. The acts come from memory; their sources cost one statement.</summary>
public sealed class RobustnessReader(ActFeed feed, NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>The source of a vote.</summary>
    public const string VoteRecord = "the official record of votes";

    private static readonly string Sources = SqlFile.Read("Variations/SourcesOfActs.sql");

    /// <returns>Null when the country lies outside the scope or no act is in view.</returns>
    public async Task<RobustnessReport?> ReadAsync(ViewState view, CountryCode country, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var asked = scope.Narrow(view);
        var now = clock.GetUtcNow();
        var period = asked.PeriodOn(DateOnly.FromDateTime(now.UtcDateTime));
        var snapshot = feed.Snapshot;
        var acts = snapshot.Columns.Slice(asked, country);
        var rows = Enumerable.Range(0, acts.Count).Select(i => acts[i]).Where(a => a.Day <= period.To.DayNumber).ToList();
        if (!scope.Allows(country) || rows.Count == 0)
            return null;
        var move = Case(snapshot, asked, country, period, rows);
        var sources = await SourcesAsync(country, (asked.AsOf.Instant ?? now).UtcDateTime, cancel);
        return new RobustnessReport(
            period,
            await Task.Run(() => Robustness.Of(move), cancel),
            LeaveOneSourceOut.Of(move, [.. rows.Select(a => a.IsVote ? VoteOnly : sources.GetValueOrDefault(a.Id, Nothing))]));
    }

    private static readonly IReadOnlySet<string> VoteOnly = new HashSet<string> { VoteRecord };

    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    private static MoveCase Case(ActSnapshot snapshot, ViewState asked, CountryCode country, Period period, IReadOnlyList<ActRow> rows)
    {
        var kinds = rows.Select(a => a.Type).Distinct().Order().ToList();
        var numbers = kinds.Index().ToDictionary(k => k.Item, k => k.Index);
        var prior = snapshot.Register.Prior(asked.Axis, country);
        var codebook = snapshot.Register.Codebook;
        return new MoveCase(
            [.. rows.Select(a => new MoveAct(a.Day, a.Score, a.Weight, numbers[a.Type]))], kinds.Count, period.From, period.To,
            prior.On(period.From), prior.On(period.To), new IndexParameters(asked.HalfLife, codebook.Sigma, codebook.PriorStrength));
    }

    private async Task<Dictionary<Guid, IReadOnlySet<string>>> SourcesAsync(CountryCode country, DateTime knownAt, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<(Guid Id, string Source)>(
            new CommandDefinition(Sources, new { country = country.Value, knownAt }, cancellationToken: cancel));
        return rows.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => (IReadOnlySet<string>)g.Select(r => r.Source).ToHashSet());
    }
}
