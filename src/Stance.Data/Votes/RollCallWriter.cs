using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Votes;

namespace Stance.Data.Votes;

/// <summary>Enters and corrects roll calls, each by one command: all votes at once, none without the tally it comes to.</summary>
public sealed class RollCallWriter(CommandPipeline pipeline, RegisterReader registers, TimeProvider clock)
{
    private static readonly string InsertRollCall = SqlFile.Read("Votes/InsertRollCall.sql");
    private static readonly string InsertVotes = SqlFile.Read("Votes/InsertVotes.sql");
    private static readonly string CloseVotes = SqlFile.Read("Votes/CloseVotes.sql");
    private static readonly string KeepEarlier = SqlFile.Read("Votes/KeepEarlierRollCall.sql");
    private static readonly string Update = SqlFile.Read("Votes/UpdateRollCall.sql");
    private static readonly string KeepWords = SqlFile.Read("Votes/KeepRollCallWords.sql");
    private static readonly string Scorings = SqlFile.Read("Votes/StoredScorings.sql");

    public async Task<WriteOutcome> EnterAsync(EnterRollCall command, Actor actor, string key, CancellationToken cancel)
    {
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, "roll-call.enter", command);
        var register = await registers.ReadAsync(cancel);
        var check = RollCallRules.Check(command.Draft, register, new RecordNames(register.Countries.Values), Today());
        return await pipeline.RunAsync<RollCallWritten>(
            keyed, (work, stop) => check.RollCall is { } rollCall ? EnterAsync(work, rollCall, stop) : Task.FromResult<WriteOutcome>(new Refused(check.Breaches)), cancel);
    }

    public async Task<WriteOutcome> CorrectAsync(CorrectRollCall command, Actor actor, string key, CancellationToken cancel)
    {
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, "roll-call.correct", command);
        var register = await registers.ReadAsync(cancel);
        return await pipeline.RunAsync<RollCallWritten>(
            keyed,
            async (work, stop) =>
            {
                if (await RollCallLock.TakeAsync(work, command.Id, stop) is not { } held)
                    return new Missing();
                if (held.Current.Version != command.Version)
                    return new RollCallConflict(held.Current);
                var check = CorrectionRules.Check(held.Current.RollCall, command.Correction, register, new RecordNames(register.Countries.Values), Today());
                return check.Corrected is null ? new Refused(check.Breaches) : await CorrectAsync(work, held, check, command.Correction.Reason!, stop);
            },
            cancel);
    }

    private static async Task<WriteOutcome> EnterAsync(CommandWork work, RollCall rollCall, CancellationToken cancel)
    {
        var row = new
        {
            rollCall.Body,
            rollCall.Symbol,
            rollCall.Title,
            rollCall.HeldOn,
            rollCall.Meeting,
            rollCall.Session,
            rollCall.Url,
            rollCall.Tally.Yes,
            rollCall.Tally.No,
            rollCall.Tally.Abstain,
            rollCall.Tally.Absent,
            at = work.Now,
            work.By,
        };
        if (await work.FindAsync<Guid?>(InsertRollCall, row, cancel) is not { } id)
            return Refused.For("symbol", "onFile", $"{rollCall.Symbol} of the {rollCall.Body} is on file already. Find it under Votes and correct it there.");
        await OpenVotesAsync(work, id, rollCall.Votes, work.Now, cancel);
        work.Last(stop => work.ExecuteAsync(KeepWords, new { id }, stop));
        // No scoring yet: no act, so no country's line moves.
        var written = new RollCallWritten(id, 1) { What = new { rollCall.Body, rollCall.Symbol, rollCall.Tally } };
        work.RegisterChanged(written.Subject);
        return written;
    }

    private static async Task<WriteOutcome> CorrectAsync(CommandWork work, HeldRollCall held, CorrectionCheck check, string reason, CancellationToken cancel)
    {
        var (current, corrected, id) = (held.Current.RollCall, check.Corrected!, held.Current.Id);
        var at = work.After(held.ChangedAt);
        await work.ExecuteAsync(KeepEarlier, new { id, at }, cancel);
        await work.ExecuteAsync(
            Update,
            new
            {
                id,
                at,
                now = work.Now,
                corrected.Title,
                corrected.Meeting,
                corrected.Session,
                corrected.Url,
                corrected.Tally.Yes,
                corrected.Tally.No,
                corrected.Tally.Abstain,
                corrected.Tally.Absent,
                work.By,
                reason,
            },
            cancel);
        await work.ExecuteAsync(CloseVotes, new { id, countries = check.Changed.Select(v => v.Country.Value).ToArray(), at }, cancel);
        await OpenVotesAsync(work, id, check.Changed, at, cancel);
        work.Last(stop => work.ExecuteAsync(KeepWords, new { id }, stop));
        var was = current.Votes.ToDictionary(v => v.Country, v => v.Choice);
        var written = new RollCallWritten(id, held.Current.Version + 1)
        {
            What = new
            {
                reason,
                votes = check.Changed.Select(v => new { country = v.Country.Value, was = was.TryGetValue(v.Country, out var old) ? old.Letter().ToString() : null, now = v.Choice.Letter().ToString() }),
            },
        };
        await TellAsync(work, id, corrected.Title == current.Title ? check.Changed : corrected.Votes, written.Subject, cancel);
        return written;
    }

    private static Task<int> OpenVotesAsync(CommandWork work, Guid id, IReadOnlyList<Vote> votes, DateTimeOffset at, CancellationToken cancel) => work.ExecuteAsync(
        InsertVotes,
        new { id, at, countries = votes.Select(v => v.Country.Value).ToArray(), choices = votes.Select(v => v.Choice.Letter().ToString()).ToArray() },
        cancel);

    /// <summary>The countries whose acts changed; the register alone where the roll call is scored nowhere.</summary>
    private static async Task TellAsync(CommandWork work, Guid id, IReadOnlyList<Vote> changed, string subject, CancellationToken cancel)
    {
        var scorings = await work.ListAsync<ScoringRow>(Scorings, new { id, knownAt = RollCallLock.Newest, axis = (string?)null }, cancel);
        if (scorings.Count == 0 || changed.Count == 0)
            work.RegisterChanged(subject);
        else
            foreach (var vote in changed)
                work.Changed(vote.Country, subject);
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
