using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Data.Registers;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>Answers what one change would come to in many acts, by the very rules it is written by, and which were made.</summary>
public sealed class BulkReader(NpgsqlDataSource database, RegisterReader registers, TimeProvider clock)
{
    private static readonly string Edits = SqlFile.Read("Events/BulkEdits.sql");
    private static readonly string ActsOfOne = SqlFile.Read("Events/BulkEditActs.sql");
    private static readonly string EditsOfAct = SqlFile.Read("Events/BulkEditsOfAct.sql");

    /// <returns>One row for each act on file within the scope, at most <see cref="BulkChange.MostActs"/>; or what is wrong with the change itself.</returns>
    public async Task<(IReadOnlyList<BulkRow> Rows, RuleBreach? Breach)> PreviewAsync(
        IReadOnlyCollection<Guid> acts, BulkChange change, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(scope);
        var register = await registers.ReadAsync(cancel);
        if (change.Check(register) is { } breach)
            return ([], breach);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var stored = await EventReader.NewestAsync(connection, null, [.. acts.Distinct().Take(BulkChange.MostActs)], cancel);
        return ([.. stored.Where(s => scope.Allows(s.Country)).Select(s => Read(s, change, register, today))], null);
    }

    /// <summary>Changes made so far with at least one act in the scope, the newest first.</summary>
    public Task<IReadOnlyList<BulkOnFile>> ListAsync(Scope scope, CancellationToken cancel) => ListAsync(scope, null, cancel);

    public async Task<BulkOnFile?> FindAsync(Guid id, Scope scope, CancellationToken cancel) => await ListAsync(scope, id, cancel) is [var found] ? found : null;

    public async Task<IReadOnlyList<BulkAct>> ActsAsync(Guid id, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<BulkAct>(new CommandDefinition(ActsOfOne, new { id, countries = Codes(scope) }, cancellationToken: cancel))).AsList();
    }

    /// <summary>Which versions of an act were made by a change of many, by which and of how many.</summary>
    public async Task<IReadOnlyDictionary<int, (Guid Id, int Acts)>> OfActAsync(Guid act, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<(int Version, Guid Id, int Acts)>(new CommandDefinition(EditsOfAct, new { id = act }, cancellationToken: cancel));
        return rows.ToDictionary(r => r.Version, r => (r.Id, r.Acts));
    }

    private async Task<IReadOnlyList<BulkOnFile>> ListAsync(Scope scope, Guid? id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Edits, new { id, countries = Codes(scope) }, cancellationToken: cancel));
        return [.. rows.Select(r => r.ToEdit())];
    }

    private static string[]? Codes(Scope scope) => scope.Countries?.Select(c => c.Value).ToArray();

    private sealed record Row(
        Guid Id, DateTime At, string Field, string? Value, string Reason, string By, int Acts, DateTime? UndoneAt, string? UndoneBy, string? UndoneReason)
    {
        public BulkOnFile ToEdit() => new(
            Id, Utc(At), new BulkChange(Enum.Parse<BulkField>(Field), Value), Reason, By, Acts, UndoneAt is { } at ? Utc(at) : null, UndoneBy, UndoneReason);

        private static DateTimeOffset Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));
    }

    /// <summary>What the change comes to in one act.</summary>
    internal static BulkRow Read(StoredEvent current, BulkChange change, Register register, DateOnly today)
    {
        if (current.IsRetracted)
            return new(current, true, null, [new("", "retracted", "It is taken back already.")]);
        if (!change.Changes(current.Draft))
            return new(current, false, null, []);
        if (change.Field == BulkField.Retract)
            return new(current, true, null, []);
        var (draft, breach) = change.Of(current.Draft);
        if (draft is null)
            return new(current, true, null, [breach!]);
        var reading = EventRules.Read(draft, register, today, current.Draft.Type);
        return new(current, true, reading.Event is { } act ? act with { SupersededBy = current.SupersededBy } : null, reading.Breaches);
    }
}
