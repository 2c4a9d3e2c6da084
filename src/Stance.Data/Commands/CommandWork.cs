using Dapper;
using Npgsql;
using Stance.Countries;
using Stance.Data.People;

namespace Stance.Data.Commands;

/// <summary>One command's transaction: who, when, its statements, and what the world is told once it commits.</summary>
public sealed class CommandWork
{
    private static readonly string AppendChanges = SqlFile.Read("Commands/AppendChanges.sql");

    private readonly List<(string? Country, string Subject)> changes = [];
    private readonly List<Func<CancellationToken, Task>> last = [];
    private readonly List<(string Subject, object Details)> also = [];

    internal CommandWork(NpgsqlConnection connection, NpgsqlTransaction transaction, Actor actor, DateTimeOffset now) =>
        (Connection, Transaction, Actor, Now) = (connection, transaction, actor, now);

    public NpgsqlConnection Connection { get; }

    public NpgsqlTransaction Transaction { get; }

    public Actor Actor { get; }

    /// <summary>The moment of the command, to the microsecond: what is compared must be what is stored.</summary>
    public DateTimeOffset Now { get; }

    // Versions name people only; a token's hand is in the audit.
    public Guid? By => Actor.IsPerson ? Actor.Id : null;

    /// <summary>Now, or the first moment after <paramref name="previous"/>: a version never opens before the one it follows.</summary>
    public DateTimeOffset After(DateTimeOffset previous) => Now > previous ? Now : previous.AddMicroseconds(1);

    public Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancel) => Connection.ExecuteAsync(Statement(sql, parameters, cancel));

    public Task<T> SingleAsync<T>(string sql, object parameters, CancellationToken cancel) => Connection.QuerySingleAsync<T>(Statement(sql, parameters, cancel));

    public Task<T?> FindAsync<T>(string sql, object parameters, CancellationToken cancel) =>
        Connection.QuerySingleOrDefaultAsync<T>(Statement(sql, parameters, cancel));

    /// <summary>
    /// Holds one row until commit and reads it together with what is looked up beside it. Asked twice: a statement that waited for another writer still
    /// finds in other tables what stood there before it waited.
    /// </summary>
    public async Task<T?> HoldAsync<T>(string sql, object parameters, CancellationToken cancel)
    {
        await FindAsync<T>(sql, parameters, cancel);
        return await FindAsync<T>(sql, parameters, cancel);
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object parameters, CancellationToken cancel) =>
        (await Connection.QueryAsync<T>(Statement(sql, parameters, cancel))).AsList();

    /// <summary>Every open view reads a country's acts anew after the commit.</summary>
    public void Changed(CountryCode country, string subject) => changes.Add((country.Value, subject));

    /// <summary>Every open view reads the register anew after the commit.</summary>
    public void RegisterChanged(string subject) => changes.Add((null, subject));

    /// <summary>A record that the command changed besides what it is about; it gets a line of its own in the audit.</summary>
    public void Also(string subject, object details) => also.Add((subject, details));

    internal IReadOnlyList<(string Subject, object Details)> Others => also;

    /// <summary>Runs at the end, under the change lock: for rows that two commands at once would otherwise wait for in two orders.</summary>
    public void Last(Func<CancellationToken, Task> statement) => last.Add(statement);

    internal async Task FinishAsync(string what, CancellationToken cancel)
    {
        foreach (var statement in last)
            await statement(cancel);
        foreach (var told in changes.Distinct().GroupBy(c => c.Subject, c => c.Country))
            await ExecuteAsync(AppendChanges, new { at = Now, countries = told.ToArray(), what, subject = told.Key }, cancel);
    }

    private CommandDefinition Statement(string sql, object parameters, CancellationToken cancel) =>
        new(sql, parameters, Transaction, cancellationToken: cancel);
}
