using Dapper;
using Npgsql;

namespace Stance.Data.People;

/// <summary>
/// The one road of every change to people: lock, see that the actor is an administrator at this moment (a page may be
/// older than that), change, audit, notify, commit.
/// </summary>
public sealed class PeopleTransaction(NpgsqlDataSource database, AuditWriter audit, TimeProvider clock)
{
    private static readonly string Lock = SqlFile.Read("People/LockPeople.sql");
    private static readonly string Notify = SqlFile.Read("People/NotifyPeople.sql");
    private static readonly string StillAdministers = SqlFile.Read("People/StillAdministers.sql");

    public Task RunAsync(Actor actor, Func<PeopleWork, Task> change, CancellationToken cancel) => RunAsync(
        actor,
        async work =>
        {
            await change(work);
            return true;
        },
        cancel);

    /// <exception cref="NotAllowedException">The actor is not, or no longer, an administrator.</exception>
    public Task<T> RunAsync<T>(Actor actor, Func<PeopleWork, Task<T>> change, CancellationToken cancel) => RunUncheckedAsync(
        actor,
        async work =>
        {
            actor.Require(Role.Administrator);
            if (actor.IsPerson && !await work.Connection.QuerySingleAsync<bool>(work.Command(StillAdministers, new { id = actor.Id })))
                throw new NotAllowedException("This needs the role administrator.");
            return await change(work);
        },
        cancel);

    /// <summary>For what a secret allows, not a role: accepting a link.</summary>
    internal async Task<T> RunUncheckedAsync<T>(Actor actor, Func<PeopleWork, Task<T>> change, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var work = new PeopleWork(connection, transaction, actor, audit, clock.GetUtcNow(), cancel);
        await work.ExecuteAsync(Lock);
        var outcome = await change(work);
        await work.ExecuteAsync(Notify);
        await transaction.CommitAsync(cancel);
        return outcome;
    }
}

/// <summary>An open transaction on people, with its actor and its moment.</summary>
public sealed record PeopleWork(
    NpgsqlConnection Connection,
    NpgsqlTransaction Transaction,
    Actor Actor,
    AuditWriter Audit,
    DateTimeOffset Now,
    CancellationToken Cancel)
{
    public CommandDefinition Command(string statement, object? values = null) =>
        new(statement, values, Transaction, cancellationToken: Cancel);

    public Task<int> ExecuteAsync(string statement, object? values = null) => Connection.ExecuteAsync(Command(statement, values));

    public Task AuditAsync(string action, string subject, object? details = null) =>
        Audit.AppendAsync(Connection, Transaction, Actor, action, subject, details, Cancel);
}
