using System.Text.Json;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Recoding;
using Stance.Wording;

namespace Stance.Data.Recoding;

/// <summary>A codebook comes into force at 00:00 UTC of a later day.</summary>
public sealed record AnnounceCodebook(CodebookDraft Draft, DateOnly Day);

/// <summary>An announced codebook does not come into force.</summary>
public sealed record WithdrawAnnouncement(Guid Id);

/// <summary>An announcement was made, or has ended without its codebook in force.</summary>
public sealed record AnnouncementWritten(Guid Id, string What) : Written
{
    public override string Subject => $"announcement:{Id}";

    [System.Text.Json.Serialization.JsonIgnore]
    public object? About { get; init; }

    public override object Details => new { Id, What, About };
}

/// <summary>Announces a codebook, withdraws it, and puts it in force when its instant has come. One at a time is announced; while it is, no other is published.</summary>
public sealed class AnnouncementWriter(CommandPipeline pipeline, RegisterReader registers, AnnouncementReader reader, ActFeed feed, TimeProvider clock)
{
    private static readonly string Replace = SqlFile.Read("Recoding/ReplaceCodebook.sql");
    private static readonly string Insert = SqlFile.Read("Recoding/InsertAnnouncement.sql");
    private static readonly string Lock = SqlFile.Read("Recoding/LockAnnouncement.sql");
    private static readonly string End = SqlFile.Read("Recoding/EndAnnouncement.sql");

    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public async Task<WriteOutcome> AnnounceAsync(AnnounceCodebook command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Administrator, key, "codebook.announce", command);
        var register = await registers.ReadAsync(cancel);
        return await RunAsync(keyed, async (work, stop) =>
        {
            if (CodebookRules.Check(command.Draft, register).Concat(CodebookRules.CheckDay(command.Day, work.Now)).ToList() is { Count: > 0 } breaches)
                return new Refused(breaches);
            await work.ExecuteAsync(Replace, new { }, stop);
            if (await CodebookWriter.RefusedByAnnouncementAsync(work, stop) is { } refused)
                return refused;
            if (await CodebookTables.RefusedByActsAsync(work, command.Draft, register.Codebook, stop) is { } held)
                return held;
            var id = Guid.CreateVersion7();
            await work.ExecuteAsync(
                Insert,
                new
                {
                    id,
                    command.Draft.Version,
                    inForceFrom = CodebookRules.InstantOf(command.Day),
                    draft = JsonSerializer.Serialize(command.Draft, RegisterReader.AttributeJson),
                    by = work.By,
                    at = work.Now,
                },
                stop);
            return new AnnouncementWritten(id, "announced") { About = command };
        }, cancel);
    }

    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public Task<WriteOutcome> WithdrawAsync(WithdrawAnnouncement command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Administrator, key, "codebook.withdraw", command);
        return RunAsync(keyed, (work, stop) => EndAsync(work, command.Id, "withdrawn", null, stop), cancel);
    }

    /// <summary>Puts the announced codebook in force if its instant has come. Carried out once however many ask, also after a crash half-way.</summary>
    /// <returns>Null when none is due.</returns>
    public async Task<WriteOutcome?> EnactAsync(CancellationToken cancel)
    {
        if (await reader.FindAsync(cancel) is not { } due || due.InForceFrom > clock.GetUtcNow())
            return null;
        var register = await registers.ReadAsync(cancel);
        var keyed = KeyedCommand.Of(Actor.Console, Role.Administrator, $"announced:{due.Id:n}", "codebook.publish", due.Draft);
        var outcome = await pipeline.RunAsync<CodebookPublished>(keyed, async (work, stop) =>
        {
            if (await EndAsync(work, due.Id, "in force", null, stop) is Refused ended)
                return ended;
            return await CodebookWriter.PublishAsync(work, register, due.Draft, due.By, stop);
        }, cancel);
        if (outcome is Refused { Breaches: [{ Rule: not "ended" }, ..] } refused)
        {
            var problem = string.Join(" ", refused.Breaches.Select(b => b.Message));
            var failed = KeyedCommand.Of(Actor.Console, Role.Administrator, $"refused:{due.Id:n}", "codebook.refuse", new { due.Id, problem });
            await RunAsync(failed, (work, stop) => EndAsync(work, due.Id, "refused", problem, stop), cancel);
        }
        await feed.RefreshAsync(cancel);
        return outcome;
    }

    private async Task<WriteOutcome> RunAsync(KeyedCommand keyed, Func<CommandWork, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel)
    {
        var outcome = await pipeline.RunAsync<AnnouncementWritten>(keyed, async (work, stop) =>
        {
            var written = await write(work, stop);
            if (written is Written told)
                work.RegisterChanged(told.Subject);
            return written;
        }, cancel);
        if (outcome is Written)
            await feed.RefreshAsync(cancel);
        return outcome;
    }

    private static async Task<WriteOutcome> EndAsync(CommandWork work, Guid id, string outcome, string? problem, CancellationToken cancel)
    {
        await work.ListAsync<Guid?>(Lock, new { id }, cancel);
        return await work.ExecuteAsync(End, new { id, outcome, problem, at = work.Now, by = work.By }, cancel) == 1
            ? new AnnouncementWritten(id, outcome)
            : Refused.For("", "ended", "It is announced no longer: it was withdrawn, or is in force already.");
    }

    /// <summary>"Codebook 1.2 is announced for 1 December 2026. …"</summary>
    internal static string Blocks(string version, DateTimeOffset from) =>
        $"Codebook {version} is announced for {DateWords.LongDay(DateOnly.FromDateTime(from.UtcDateTime))}. Withdraw it first, or wait until it is in force.";
}
