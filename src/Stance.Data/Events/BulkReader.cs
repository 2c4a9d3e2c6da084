using Npgsql;
using Stance.Acts;
using Stance.Data.Registers;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>Answers what one change would come to in many acts, by the very rules it is written by.</summary>
public sealed class BulkReader(NpgsqlDataSource database, RegisterReader registers, TimeProvider clock)
{
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
        return new(current, true, reading.Event, reading.Breaches);
    }
}
