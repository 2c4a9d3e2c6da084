using Stance.Coding;
using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>Enters, corrects and retracts acts, each by one command: the act, its version, its claims and its scores.</summary>
public sealed class EventWriter(CommandPipeline pipeline, RegisterReader registers)
{
    private static readonly string LockEvent = SqlFile.Read("Events/LockEvent.sql");

    public Task<WriteOutcome> CreateAsync(CreateAct command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "act.create", actor, key, CreateAsync, cancel);

    /// <summary>Enters the act of each of several states, or of none of them.</summary>
    public Task<WriteOutcome> CreateTogetherAsync(CreateTogether command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync<CreateTogether, TogetherWritten>(command, "act.create-together", actor, key, CreateTogetherAsync, cancel);

    public Task<WriteOutcome> EditAsync(EditAct command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "act.edit", actor, key, EditAsync, cancel);

    public Task<WriteOutcome> RetractAsync(RetractAct command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "act.retract", actor, key, RetractAsync, cancel);

    public Task<WriteOutcome> MergeAsync(MergeActs command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "act.merge", actor, key, MergeAsync, cancel);

    private Task<WriteOutcome> RunAsync<T>(
        T command, string name, Actor actor, string key, Func<EventTransaction, T, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel)
        where T : notnull =>
        RunAsync<T, ActWritten>(command, name, actor, key, write, cancel);

    private async Task<WriteOutcome> RunAsync<T, TWritten>(
        T command, string name, Actor actor, string key, Func<EventTransaction, T, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel)
        where T : notnull
        where TWritten : Written
    {
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, name, command);
        // Before the connection of the command: two connections to a writer could starve a full pool.
        var register = await registers.ReadAsync(cancel);
        return await pipeline.RunAsync<TWritten>(
            keyed,
            async (work, stop) => await CodebookHold.RefusedAsync(work, register, stop)
                ?? await write(new EventTransaction(work, register), command, stop),
            cancel);
    }

    private static async Task<WriteOutcome> CreateAsync(EventTransaction work, CreateAct command, CancellationToken cancel)
    {
        var (act, refused) = await work.CheckAsync(command.Draft, cancel);
        if (act is null)
            return refused!;
        var knownFrom = command.KnownFrom is { } told ? CommandPipeline.Microseconds(told) : work.Work.Now;
        return await work.PublishAsync(act, knownFrom, command.Id, cancel);
    }

    private static async Task<WriteOutcome> CreateTogetherAsync(EventTransaction work, CreateTogether command, CancellationToken cancel)
    {
        var (act, refused) = await work.CheckWholeAsync(command.Draft, null, [], cancel);
        if (act is null)
            return refused!;
        return act.Also.Count > 0
            ? await work.PublishTogetherAsync(act, _ => [], cancel)
            : Refused.For("also", "required", "Name at least one more state that did it together with the one that acts.");
    }

    private static async Task<WriteOutcome> EditAsync(EventTransaction work, EditAct command, CancellationToken cancel)
    {
        if (await LockAsync(work, command.Id, cancel) is not { } current)
            return new Missing();
        if (current.Version != command.Version)
            return new ActConflict(current);
        if (current.IsRetracted)
            return Refused.For("", "retracted", "This act is retracted. Enter it anew.");
        if (EventRules.CheckReason(command.Reason, required: false) is { } breach)
            return new Refused([breach]);
        var draft = command.Draft with { FurtherClaims = command.Draft.FurtherClaims ?? current.Draft.FurtherClaims };
        var (act, refused) = await work.CheckAsync(draft, cancel, current.Draft.Type, current.Id);
        if (act is null)
            return refused!;
        if (act.Country != current.Country)
            return Refused.For("country", "fixed", $"This act is of {work.Register.NameOf(current.Country)}: retract it and enter it anew for another country.");
        return await ReviseAsync(work, current, act, work.Work.After(current.KnownFrom), command.Reason, cancel);
    }

    private static async Task<ActWritten> ReviseAsync(
        EventTransaction work, StoredEvent current, StanceEvent act, DateTimeOffset at, string? reason, CancellationToken cancel)
    {
        act = act switch
        {
            // Taken out of its commitment, it counts by itself again.
            { Chain: null } when current.SupersededBy is not null => act with { IsScored = true },
            { IsScored: false } => act with { SupersededBy = current.SupersededBy },
            _ => act,
        };
        // Two coders' scores stand as long as what they scored does.
        if (CodedAct.Of(act).ScoresLike(current.Draft))
            act = act with { CodedScores = await work.CodedScoresAsync(current, cancel) };
        await work.CloseVersionAsync(current, at, cancel);
        await work.InsertVersionAsync(act, current.Id, current.Version + 1, at, reason, cancel);
        await ReplaceClaimsAsync(work, act, current, at, cancel);
        await work.SetCollectionsAsync(act, current.Id, cancel);
        await SettleAsync(work, act.Country, act.Chain, act.Follows, cancel);
        if (current.Draft.Chain != act.Chain)
            await SettleAsync(work, current.Country, current.Draft.Chain, null, cancel);
        return work.Done(new ActWritten(current.Id, act.Country, current.Version + 1));
    }

    private static async Task<WriteOutcome> RetractAsync(EventTransaction work, RetractAct command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
            return new Refused([breach]);
        if (await LockAsync(work, command.Id, cancel) is not { } current)
            return new Missing();
        if (current.Version != command.Version)
            return new ActConflict(current);
        if (current.IsRetracted)
            return Refused.For("", "retracted", "This act is retracted already.");
        var written = await TakeBackAsync(work, current, work.Work.After(current.KnownFrom), command.Reason!, cancel);
        await SettleAsync(work, current.Country, current.Draft.Chain, null, cancel);
        return written;
    }

    private static async Task<ActWritten> TakeBackAsync(EventTransaction work, StoredEvent current, DateTimeOffset at, string reason, CancellationToken cancel)
    {
        await work.CloseVersionAsync(current, at, cancel);
        await work.InsertRetractionAsync(current, at, reason, cancel);
        await work.CloseClaimsAsync(current, at, null, cancel);
        return work.Done(new ActWritten(current.Id, current.Country, current.Version + 1));
    }

    private static Task SettleAsync(EventTransaction work, CountryCode country, Guid? chain, Guid? begun, CancellationToken cancel) =>
        chain is { } stages ? CommitmentStages.SettleAsync(work, country, stages, begun, cancel) : Task.CompletedTask;

    private static async Task<WriteOutcome> MergeAsync(EventTransaction work, MergeActs command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
            return new Refused([breach]);
        if (command.Kept == command.Other)
            return Refused.For("other", "self", "Choose another act than this one.");
        // In one order, so that two merges of the same pair never wait for each other.
        var locked = new Dictionary<Guid, StoredEvent?>();
        foreach (var id in new[] { command.Kept, command.Other }.Order())
            locked[id] = await LockAsync(work, id, cancel);
        if (locked[command.Kept] is not { } kept || locked[command.Other] is not { } other)
            return new Missing();
        if (kept.Version != command.KeptVersion)
            return new ActConflict(kept);
        if (other.Version != command.OtherVersion)
            return new ActConflict(other);
        if (kept.IsRetracted || other.IsRetracted)
            return Refused.For("other", "retracted", $"“{(kept.IsRetracted ? kept : other).Draft.Title}” is taken back already.");
        if (kept.Country != other.Country)
            return Refused.For("other", "country", $"One is of {work.Register.NameOf(kept.Country)}, the other of {work.Register.NameOf(other.Country)}: they cannot be one act.");
        var (act, refused) = await work.CheckAsync(MergedAct.Of(kept, other), cancel, kept.Draft.Type, kept.Id, other.Id);
        if (act is null)
            return refused!;
        var at = new[] { work.Work.After(kept.KnownFrom), work.Work.After(other.KnownFrom) }.Max();
        await TakeBackAsync(work, other, at, $"The same act as “{kept.Draft.Title}”. {command.Reason!.Trim()}", cancel);
        await work.InsertMergeAsync(other, kept.Id, cancel);
        var written = await ReviseAsync(work, kept, act, at, $"Merged with “{other.Draft.Title}”. {command.Reason.Trim()}", cancel);
        // Now only: both may be stages of one commitment, and a stage is settled as it then stands.
        await SettleAsync(work, other.Country, other.Draft.Chain, null, cancel);
        return written;
    }

    /// <summary>Holds the act until commit; its newest version, or null when there is no such act.</summary>
    private static async Task<StoredEvent?> LockAsync(EventTransaction work, Guid id, CancellationToken cancel)
    {
        await work.Work.ExecuteAsync(LockEvent, new { id }, cancel);
        // A statement of its own: the lock may have waited for the writer of a newer version.
        return await EventReader.FindAsync(work.Work.Connection, work.Work.Transaction, id, cancel);
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
            await ClaimPlacement.PlaceAsync(work.Work, act, claim, current.Id, id, at, cancel);
        }
    }
}
