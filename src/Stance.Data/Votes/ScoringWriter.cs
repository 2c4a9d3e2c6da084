using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Events;
using Stance.Votes;

namespace Stance.Data.Votes;

/// <summary>
/// Makes the votes of a roll call acts, in two steps: somebody proposes the side its text favours, and somebody who has seen what would move
/// publishes or declines it. Changing and withdrawing go the same way.
/// </summary>
public sealed class ScoringWriter(CommandPipeline pipeline, RegisterReader registers)
{
    private static readonly string CloseProposal = SqlFile.Read("Votes/CloseProposal.sql");
    private static readonly string InsertProposal = SqlFile.Read("Votes/InsertProposal.sql");
    private static readonly string OpenProposal = SqlFile.Read("Votes/OpenProposal.sql");
    private static readonly string InForce = SqlFile.Read("Votes/ScoringInForce.sql");
    private static readonly string CloseScoring = SqlFile.Read("Votes/CloseScoring.sql");
    private static readonly string InsertScoring = SqlFile.Read("Votes/InsertScoring.sql");

    public Task<WriteOutcome> ProposeAsync(ProposeScoring command, Actor actor, string key, CancellationToken cancel) => RunAsync(
        command, "roll-call.propose-scoring", actor, key, command.Id, command.Version, (work, held, register, stop) => ProposeAsync(work, held, register, command, stop), cancel);

    public Task<WriteOutcome> DecideAsync(DecideScoring command, Actor actor, string key, CancellationToken cancel) => RunAsync(
        command, command.Publishes ? "roll-call.publish-scoring" : "roll-call.decline-scoring", actor, key, command.Id, command.Version,
        (work, held, register, stop) => DecideAsync(work, held, register, command, stop), cancel);

    private async Task<WriteOutcome> RunAsync(
        object command, string name, Actor actor, string key, Guid id, int version,
        Func<CommandWork, HeldRollCall, Register, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel)
    {
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, name, command);
        var register = await registers.ReadAsync(cancel);
        return await pipeline.RunAsync<RollCallWritten>(
            keyed,
            async (work, stop) => await CodebookHold.RefusedAsync(work, register, stop) is { } stale ? stale
                : await RollCallLock.TakeAsync(work, id, stop) is not { } held ? new Missing()
                : held.Current.Version != version ? new RollCallConflict(held.Current)
                : await write(work, held, register, stop),
            cancel);
    }

    private static async Task<WriteOutcome> ProposeAsync(
        CommandWork work, HeldRollCall held, Register register, ProposeScoring command, CancellationToken cancel)
    {
        var breaches = ScoringRules.Check(command.Axis, command.Favoured, command.Reason, held.Current.RollCall.HeldOn, register);
        if (breaches.Count > 0)
            return new Refused(breaches);
        var favoured = string.IsNullOrWhiteSpace(command.Favoured) ? null : command.Favoured.Trim().ToUpperInvariant();
        var place = new { id = held.Current.Id, axis = command.Axis!, favoured, reason = command.Reason!, now = work.Now, work.By, state = "replaced", decision = (string?)null };
        if (await work.FindAsync<string?>(InForce, place, cancel) == favoured)
            return Refused.For("favoured", "same", favoured is null
                ? "It is not scored on this axis. Choose the country whose side the text takes."
                : $"It is scored for {register.NameOf(new Countries.CountryCode(favoured))} on this axis already.");
        await work.ExecuteAsync(CloseProposal, place, cancel);
        await work.ExecuteAsync(InsertProposal, place, cancel);
        return Told(work, held, new { command.Axis, favoured, command.Reason });
    }

    private static async Task<WriteOutcome> DecideAsync(
        CommandWork work, HeldRollCall held, Register register, DecideScoring command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: !command.Publishes) is { } breach)
            return new Refused([breach]);
        var place = new { id = held.Current.Id, command.Axis, now = work.Now, work.By, state = command.Publishes ? "published" : "declined", decision = command.Reason };
        if (await work.FindAsync<WaitingProposal>(OpenProposal, place, cancel) is not { } waiting || waiting.Id != command.Proposal)
            return Refused.For("", "decided", "This proposal was decided or replaced meanwhile. Look at the one that waits now.");
        await work.ExecuteAsync(CloseProposal, place, cancel);
        var what = new { command.Axis, waiting.Favoured, command.Reason };
        if (!command.Publishes)
            return Told(work, held, what);
        var at = work.After(held.ChangedAt);
        await work.ExecuteAsync(CloseScoring, new { id = held.Current.Id, command.Axis, at }, cancel);
        if (waiting.Side is { } side)
            await work.ExecuteAsync(
                InsertScoring, new { id = held.Current.Id, command.Axis, favoured = side.Value, codebook = register.Codebook.Version, at, proposal = waiting.Id }, cancel);
        var written = Written(held, what);
        foreach (var vote in held.Current.RollCall.Votes)
            work.Changed(vote.Country, written.Subject);
        return written;
    }

    private static RollCallWritten Told(CommandWork work, HeldRollCall held, object what)
    {
        var written = Written(held, what);
        work.RegisterChanged(written.Subject);
        return written;
    }

    private static RollCallWritten Written(HeldRollCall held, object what) => new(held.Current.Id, held.Current.Version) { What = what };
}
