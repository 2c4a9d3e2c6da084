using Dapper;
using Npgsql;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>
/// Enters, corrects and retracts acts. One command is one transaction: the change, its version, the scores, the audit line, the change feed
/// and the answer under the sender's key. A command whose acknowledgement was lost is repeated with the same key and gets the first answer.
/// </summary>
public sealed class EventWriter(NpgsqlDataSource database, RegisterReader registers, AuditWriter audit, TimeProvider clock)
{
    private const int Attempts = 4;

    private static readonly string LockEvent = SqlFile.Read("Events/LockEvent.sql");
    private static readonly string ParentExists = SqlFile.Read("Events/ParentExists.sql");

    public Task<WriteOutcome> CreateAsync(CreateAct command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "act.create", actor, key, CreateAsync, cancel);

    public Task<WriteOutcome> EditAsync(EditAct command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "act.edit", actor, key, EditAsync, cancel);

    public Task<WriteOutcome> RetractAsync(RetractAct command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "act.retract", actor, key, RetractAsync, cancel);

    private async Task<WriteOutcome> RunAsync<T>(
        T command, string name, Actor actor, string key, Func<EventTransaction, T, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Require(Role.Curator);
        if (!IsKey(key))
            throw new ArgumentException("A key has 1 to 200 printable characters.", nameof(key));
        var keyed = KeyedCommand.Of(actor, key, name, command);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(keyed, command, write, cancel);
            }
            catch (NpgsqlException problem) when (problem.IsTransient && attempt < Attempts)
            {
                // A deadlock, a lost connection: the key makes it safe to ask again, also when the commit did arrive.
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt * attempt), cancel);
            }
        }
    }

    /// <summary>Whether text can serve as a key: 1 to 200 printable ASCII characters.</summary>
    public static bool IsKey(string? key) => key is { Length: >= 1 and <= 200 } && key.All(c => c is >= ' ' and <= '~');

    private async Task<WriteOutcome> OnceAsync<T>(
        KeyedCommand keyed, T command, Func<EventTransaction, T, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel)
    {
        // Before the connection of its own: two connections to a writer could starve a full pool.
        var register = await registers.ReadAsync(cancel);
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await keyed.EarlierAsync(connection, transaction, cancel) is { } earlier)
            return earlier;
        var work = new EventTransaction(connection, transaction, keyed.Actor, register, Microseconds(clock.GetUtcNow()));
        var outcome = await write(work, command, cancel);
        if (outcome is not ActWritten written)
            return outcome;
        await keyed.LogAsync(connection, transaction, written, work.Now, cancel);
        await audit.AppendAsync(connection, transaction, keyed.Actor, keyed.Name, $"act:{written.Id}", new { written.Version, country = written.Country.Value }, cancel);
        await work.AppendChangeAsync(written, keyed.Name, cancel);
        await transaction.CommitAsync(cancel);
        return written;
    }

    private async Task<WriteOutcome> CreateAsync(EventTransaction work, CreateAct command, CancellationToken cancel)
    {
        var (act, refused) = await CheckAsync(work, command.Draft, cancel);
        if (act is null)
            return refused!;
        var knownFrom = command.KnownFrom is { } told ? Microseconds(told) : work.Now;
        var id = await work.InsertEventAsync(act, command.Id, cancel);
        await work.InsertVersionAsync(act, id, 1, knownFrom, null, cancel);
        foreach (var claim in act.Claims)
            await ClaimPlacement.PlaceAsync(work.Connection, work.Transaction, act, claim, id, null, knownFrom, cancel);
        await work.SetCollectionsAsync(act, id, cancel);
        return new ActWritten(id, act.Country, 1, Replayed: false);
    }

    private async Task<WriteOutcome> EditAsync(EventTransaction work, EditAct command, CancellationToken cancel)
    {
        if (await LockAsync(work, command.Id, cancel) is not { } current)
            return new ActMissing();
        if (current.Version != command.Version)
            return new ActConflict(current);
        if (current.IsRetracted)
            return new ActRefused([new RuleBreach("", "retracted", "This act is retracted. Enter it anew.")]);
        if (EventRules.CheckReason(command.Reason, required: false) is { } breach)
            return new ActRefused([breach]);
        var draft = command.Draft with { FurtherClaims = command.Draft.FurtherClaims ?? current.Draft.FurtherClaims };
        var (act, refused) = await CheckAsync(work, draft, cancel);
        if (act is null)
            return refused!;
        if (act.Country != current.Country)
            return new ActRefused([new RuleBreach("country", "fixed", $"This act is of {work.Register.NameOf(current.Country)}: retract it and enter it anew for another country.")]);
        var at = After(work.Now, current.KnownFrom);
        await work.CloseVersionAsync(current, at, cancel);
        await work.InsertVersionAsync(act, current.Id, current.Version + 1, at, command.Reason, cancel);
        await ReplaceClaimsAsync(work, act, current, at, cancel);
        await work.SetCollectionsAsync(act, current.Id, cancel);
        return new ActWritten(current.Id, act.Country, current.Version + 1, Replayed: false);
    }

    private async Task<WriteOutcome> RetractAsync(EventTransaction work, RetractAct command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
            return new ActRefused([breach]);
        if (await LockAsync(work, command.Id, cancel) is not { } current)
            return new ActMissing();
        if (current.Version != command.Version)
            return new ActConflict(current);
        if (current.IsRetracted)
            return new ActRefused([new RuleBreach("", "retracted", "This act is retracted already.")]);
        var at = After(work.Now, current.KnownFrom);
        await work.CloseVersionAsync(current, at, cancel);
        await work.InsertRetractionAsync(current, at, command.Reason!, cancel);
        await work.CloseClaimsAsync(current, at, null, cancel);
        return new ActWritten(current.Id, current.Country, current.Version + 1, Replayed: false);
    }

    /// <summary>Holds the act until commit; its newest version, or null when there is no such act.</summary>
    private static async Task<StoredEvent?> LockAsync(EventTransaction work, Guid id, CancellationToken cancel)
    {
        await work.Connection.ExecuteAsync(new CommandDefinition(LockEvent, new { id }, work.Transaction, cancellationToken: cancel));
        // A statement of its own: the lock may have waited for the writer of a newer version.
        return await EventReader.FindAsync(work.Connection, work.Transaction, id, cancel);
    }

    private async Task<(StanceEvent? Act, WriteOutcome? Refused)> CheckAsync(
        EventTransaction work, StanceEventDraft draft, CancellationToken cancel)
    {
        var filled = await ClaimPlacement.WithSourcesAsync(work.Connection, work.Transaction, draft, cancel);
        var reading = EventRules.Read(filled, work.Register, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (reading.Event is not { } act)
            return (null, new ActRefused(reading.Breaches));
        if (act.Parent is { } parent && !await work.Connection.QuerySingleAsync<bool>(
            new CommandDefinition(ParentExists, new { id = parent }, work.Transaction, cancellationToken: cancel)))
            return (null, new ActRefused([new RuleBreach("parent", "unknown", "There is no multilateral act with this id.")]));
        return await ClaimPlacement.ClashAsync(work.Connection, work.Transaction, act, cancel) is { } clash
            ? (null, new ActRefused([clash]))
            : (act, null);
    }

    /// <summary>Claims that say the same stay; changed ones end and their successors open.</summary>
    private static async Task ReplaceClaimsAsync(EventTransaction work, StanceEvent act, StoredEvent current, DateTimeOffset at, CancellationToken cancel)
    {
        var stored = current.Claims.Select(c => (c.Id, c.IsPreferred, Print: ClaimPrint.Of(c.Draft))).ToList();
        var kept = new HashSet<Guid>();
        var fresh = new List<Claim>();
        foreach (var claim in act.Claims)
        {
            var print = ClaimPrint.Of(claim);
            if (stored.Find(s => s.Print == print && !kept.Contains(s.Id)) is { Print: not null } same)
                kept.Add(same.Id);
            else
                fresh.Add(claim);
        }
        var ended = stored.Where(s => !kept.Contains(s.Id)).ToList();
        if (ended.Count > 0)
            await work.CloseClaimsAsync(current, at, [.. ended.Select(s => s.Id)], cancel);
        foreach (var claim in fresh)
        {
            // The act's own claim keeps its id through all its versions.
            Guid? id = claim.Rank == ClaimRank.Preferred && ended.Find(s => s.IsPreferred) is { Print: not null } own ? own.Id : null;
            await ClaimPlacement.PlaceAsync(work.Connection, work.Transaction, act, claim, current.Id, id, at, cancel);
        }
    }

    private static DateTimeOffset After(DateTimeOffset now, DateTimeOffset previous) => now > previous ? now : previous.AddMicroseconds(1);

    // PostgreSQL keeps microseconds: what is compared must be what is stored.
    private static DateTimeOffset Microseconds(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % 10), TimeSpan.Zero);
}
