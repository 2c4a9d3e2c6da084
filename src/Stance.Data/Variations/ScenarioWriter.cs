using Dapper;
using Npgsql;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.Variations;

namespace Stance.Data.Variations;

/// <summary>
/// Saves scenarios, renames, shows and strikes them off. Each call is one transaction with its audit line; repeated, it changes nothing more.
/// What a scenario assumes is never changed, and no act is touched.
/// </summary>
public sealed class ScenarioWriter(NpgsqlDataSource database, ActFeed feed, AuditWriter audit, TimeProvider clock)
{
    private static readonly string Insert = SqlFile.Read("Variations/InsertScenario.sql");
    private static readonly string SavedBefore = SqlFile.Read("Variations/ScenarioWithId.sql");
    private static readonly string Lock = SqlFile.Read("Variations/LockScenario.sql");
    private static readonly string RenameOne = SqlFile.Read("Variations/RenameScenario.sql");
    private static readonly string ShowOne = SqlFile.Read("Variations/ShowScenario.sql");
    private static readonly string DeleteOne = SqlFile.Read("Variations/DeleteScenario.sql");

    /// <exception cref="NotAllowedException">The actor is not, or no longer, an analyst or above.</exception>
    /// <exception cref="ScenarioRuleException">The draft has a problem, or its id or name is taken.</exception>
    public async Task SaveAsync(Actor actor, ScenarioDraft draft, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Problem(feed.Register) is { } problem)
            throw new ScenarioRuleException(problem);
        await RunAsync(actor, async (connection, transaction, owner) =>
        {
            var scenario = new
            {
                draft.Id,
                name = draft.Name.Trim(),
                assumptions = draft.Assumed?.ToString() ?? "",
                halfLife = draft.HalfLife.ToString(),
                draft.IsShared,
                now = clock.GetUtcNow(),
                owner,
            };
            if (await connection.ExecuteAsync(new CommandDefinition(Insert, scenario, transaction, cancellationToken: cancel)) > 0)
            {
                await audit.AppendAsync(
                    connection, transaction, actor, "scenario.saved", Subject(draft.Id), new { scenario.name, scenario.assumptions, scenario.halfLife, scenario.IsShared }, cancel);
                return;
            }
            var same = await connection.QuerySingleOrDefaultAsync<bool?>(new CommandDefinition(SavedBefore, scenario, transaction, cancellationToken: cancel));
            if (same is not true)
                throw new ScenarioRuleException(same is null ? NameTaken(scenario.name) : "This id belongs to another scenario.");
        }, cancel);
    }

    /// <exception cref="NotAllowedException">The scenario is somebody else's and the actor is no administrator.</exception>
    /// <exception cref="ScenarioRuleException">There is no such scenario, or the name will not do.</exception>
    public Task RenameAsync(Actor actor, Guid id, string name, CancellationToken cancel)
    {
        if (ScenarioDraft.ProblemOf(name) is { } problem)
            throw new ScenarioRuleException(problem);
        var trimmed = name.Trim();
        return ChangeAsync(actor, id, held => held.Name == trimmed ? null : new Change("scenario.renamed", RenameOne, new { id, name = trimmed }, new { from = held.Name, to = trimmed }), cancel);
    }

    /// <param name="isShared">Everybody who can sign in sees it; otherwise its owner, and administrators.</param>
    public Task ShareAsync(Actor actor, Guid id, bool isShared, CancellationToken cancel) => ChangeAsync(
        actor, id, held => held.IsShared == isShared ? null : new Change(isShared ? "scenario.shared" : "scenario.withdrawn", ShowOne, new { id, isShared }, new { held.Name }), cancel);

    /// <summary>Strikes it off the list; on file it stays.</summary>
    public Task DeleteAsync(Actor actor, Guid id, CancellationToken cancel) => ChangeAsync(
        actor, id, held => new Change("scenario.deleted", DeleteOne, new { id, now = clock.GetUtcNow(), actor = actor.Id }, new { held.Name }), cancel);

    private Task ChangeAsync(Actor actor, Guid id, Func<Held, Change?> decide, CancellationToken cancel) => RunAsync(actor, async (connection, transaction, person) =>
    {
        var held = await connection.QuerySingleOrDefaultAsync<Held>(new CommandDefinition(Lock, new { id }, transaction, cancellationToken: cancel))
            ?? throw new ScenarioRuleException("There is no such scenario any more.");
        if (held.CreatedBy != person && actor.Role != Role.Administrator)
            throw new NotAllowedException("Only whoever saved a scenario, or an administrator, can change it.");
        if (decide(held) is not { } change)
            return;
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(change.Statement, change.Parameters, transaction, cancellationToken: cancel));
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new ScenarioRuleException("There is a scenario of this name already. Choose another name.", taken);
        }
        await audit.AppendAsync(connection, transaction, actor, change.Action, Subject(id), change.Details, cancel);
    }, cancel);

    private Task RunAsync(Actor actor, Func<NpgsqlConnection, NpgsqlTransaction, Guid, Task> change, CancellationToken cancel) =>
        SignedInTransaction.RunAsync(database, actor, "save scenarios", change, cancel);

    private static string NameTaken(string name) => $"You have a scenario called “{name}” already. Choose another name.";

    private static string Subject(Guid id) => $"scenario:{id}";

    private sealed record Change(string Action, string Statement, object Parameters, object Details);

    private sealed record Held
    {
        public required string Name { get; init; }

        public bool IsShared { get; init; }

        public Guid CreatedBy { get; init; }
    }
}
