using Dapper;
using Npgsql;
using Stance.Coverage;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.ViewStates;

namespace Stance.Data.Coverage;

/// <summary>Writes down sweeps, each with its audit line in one transaction; the same id again changes nothing.</summary>
public sealed class SweepWriter(NpgsqlDataSource database, ActFeed feed, AuditWriter audit, TimeProvider clock)
{
    private static readonly string Insert = SqlFile.Read("Coverage/InsertSweep.sql");
    private static readonly string Announce = SqlFile.Read("Coverage/AnnounceSweep.sql");
    private static readonly string SourceExists = SqlFile.Read("Coverage/SourceExists.sql");

    /// <returns>What is wrong, by field; empty when it is saved.</returns>
    /// <exception cref="NotAllowedException">The actor is no curator.</exception>
    public async Task<IReadOnlyList<ViewStateProblem>> RecordAsync(Actor actor, SweepDraft draft, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        actor.Require(Role.Curator);
        if (!actor.IsPerson || actor.Id is not { } person)
            throw new NotAllowedException("Only a signed-in person can say that they looked.");
        var now = clock.GetUtcNow();
        var problems = draft.Problems(feed.Register, DateOnly.FromDateTime(now.UtcDateTime));
        if (problems.Count > 0)
            return problems;
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (!await connection.QuerySingleAsync<bool>(new CommandDefinition(SourceExists, new { id = draft.SourceId }, transaction, cancellationToken: cancel)))
            return [new("source", "There is no such source.")];
        var row = new
        {
            draft.Id,
            draft.SourceId,
            draft.From,
            draft.To,
            note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim(),
            now,
            person,
            countries = draft.Countries.Select(c => c.Value).Distinct().ToArray(),
        };
        if (await connection.ExecuteAsync(new CommandDefinition(Insert, row, transaction, cancellationToken: cancel)) > 0)
        {
            var subject = $"sweep:{draft.Id}";
            await connection.ExecuteAsync(new CommandDefinition(Announce, new { now, subject, row.countries }, transaction, cancellationToken: cancel));
            await audit.AppendAsync(connection, transaction, actor, "sweep.recorded", subject, new { draft.SourceId, draft.From, draft.To, row.countries }, cancel);
        }
        await transaction.CommitAsync(cancel);
        await feed.RefreshAsync(cancel);
        return [];
    }
}
