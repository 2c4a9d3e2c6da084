using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Events;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>Keeps what charts mark. A correction closes what was said and opens what is said now; taking back closes it.</summary>
public sealed class TriggerWriter(CommandPipeline pipeline, TimeProvider clock)
{
    private static readonly string Lock = SqlFile.Read("Registers/LockTrigger.sql");
    private static readonly string Close = SqlFile.Read("Registers/CloseTrigger.sql");
    private static readonly string Insert = SqlFile.Read("Registers/InsertTrigger.sql");

    public Task<WriteOutcome> AddAsync(AddTrigger command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "trigger.add", actor, key, async (work, stop) =>
        {
            var (text, breaches) = TriggerRules.Check(command.Draft, Today());
            return text is null ? new Refused(breaches) : await OpenAsync(work, Guid.CreateVersion7(), text, work.Now, null, stop);
        }, cancel);
    }

    public Task<WriteOutcome> CorrectAsync(CorrectTrigger command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "trigger.correct", actor, key, async (work, stop) =>
        {
            var (text, breaches) = TriggerRules.Check(command.Draft, Today());
            if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
                breaches = [.. breaches, breach];
            if (breaches.Count > 0)
                return new Refused(breaches);
            var (held, refusal) = await HoldAsync(work, command.Id, command.Since, stop);
            if (held is null)
                return refusal!;
            if (held.Text == text)
                return Refused.For("title", "same", "This is what the mark says already. Change it, or leave it as it is.");
            var at = await CloseAsync(work, command.Id, held, null, stop);
            return await OpenAsync(work, command.Id, text!, at, command.Reason, stop);
        }, cancel);
    }

    public Task<WriteOutcome> TakeBackAsync(TakeBackTrigger command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "trigger.take-back", actor, key, async (work, stop) =>
        {
            if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
                return new Refused([breach]);
            var (held, refusal) = await HoldAsync(work, command.Id, command.Since, stop);
            if (held is null)
                return refusal!;
            await CloseAsync(work, command.Id, held, command.Reason, stop);
            return Told(work, command.Id, new { held.Text, command.Reason });
        }, cancel);
    }

    private Task<WriteOutcome> RunAsync(
        object command, string name, Actor actor, string key, Func<CommandWork, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel) =>
        pipeline.RunAsync<TriggerWritten>(KeyedCommand.Of(actor, Role.Curator, key, name, command), write, cancel);

    private static async Task<(HeldTrigger? Held, WriteOutcome? Refusal)> HoldAsync(CommandWork work, Guid id, DateTimeOffset since, CancellationToken cancel) =>
        await work.FindAsync<HeldTrigger>(Lock, new { id }, cancel) switch
        {
            null => (null, new Missing()),
            { } held when held.KnownSince != since => (null, Refused.For("", "changed", "Somebody corrected this mark meanwhile. Look at what it says now, then correct that.")),
            var held => (held, null),
        };

    private static async Task<DateTimeOffset> CloseAsync(CommandWork work, Guid id, HeldTrigger held, string? reason, CancellationToken cancel)
    {
        var at = work.After(held.KnownSince);
        await work.ExecuteAsync(Close, new { id, at, reason, by = work.By }, cancel);
        return at;
    }

    private static async Task<WriteOutcome> OpenAsync(CommandWork work, Guid id, TriggerText text, DateTimeOffset at, string? reason, CancellationToken cancel)
    {
        await work.ExecuteAsync(Insert, new { id, text.Title, text.From, text.To, text.Note, at, by = work.By, reason }, cancel);
        return Told(work, id, new { text, reason });
    }

    private static TriggerWritten Told(CommandWork work, Guid id, object what)
    {
        var written = new TriggerWritten(id) { What = what };
        work.RegisterChanged(written.Subject);
        return written;
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private sealed record HeldTrigger(string Title, DateOnly FromDay, DateOnly? ToDay, string? Note, DateTime Since)
    {
        public TriggerText Text => new(Title, FromDay, ToDay, Note);

        public DateTimeOffset KnownSince => new(Since, TimeSpan.Zero);
    }
}
