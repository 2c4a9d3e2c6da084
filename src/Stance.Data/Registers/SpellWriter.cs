using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Events;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>
/// Adds and ends ties and memberships, and takes back what was entered in error. A row that was ended or taken back stays, closed; what is read as
/// known before reads the ties as they are now.
/// </summary>
public sealed class SpellWriter(CommandPipeline pipeline, TimeProvider clock)
{
    private static readonly string Lock = SqlFile.Read("Registers/LockSpells.sql");
    private static readonly string InsertTie = SqlFile.Read("Registers/InsertTie.sql");
    private static readonly string CloseTie = SqlFile.Read("Registers/CloseTie.sql");
    private static readonly string InsertMembership = SqlFile.Read("Registers/InsertMembership.sql");
    private static readonly string CloseMembership = SqlFile.Read("Registers/CloseMembership.sql");
    private static readonly string Newest = SqlFile.Read("Registers/NewestSpell.sql");

    public Task<WriteOutcome> AddAsync(AddSpell command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "add", command.Register, actor, key, (work, register, stop) =>
        {
            var (spell, breaches) = SpellRules.CheckNew(command.Draft, command.Register, register, Today());
            return spell is null ? Task.FromResult<WriteOutcome>(new Refused(breaches)) : ReplaceAsync(work, command.Register, null, spell, spell.Source, stop);
        }, cancel);
    }

    public Task<WriteOutcome> EndAsync(EndSpell command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "end", command.Register, actor, key, (work, register, stop) =>
        {
            if (Find(command.Register, register, command.Country, command.Group, command.From) is not { } held)
                return Task.FromResult<WriteOutcome>(new Missing());
            if (held.Until is not null)
                return Task.FromResult<WriteOutcome>(Refused.For("", "ended", $"This is on file {SpellRules.Words(held)} already. Load the page again."));
            var (ended, breaches) = SpellRules.CheckEnd(held, command.Until, command.Source, Today());
            return ended is null ? Task.FromResult<WriteOutcome>(new Refused(breaches)) : ReplaceAsync(work, command.Register, held, ended, command.Source!.Trim(), stop);
        }, cancel);
    }

    public Task<WriteOutcome> TakeBackAsync(TakeBackSpell command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "take-back", command.Register, actor, key, (work, register, stop) =>
        {
            if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
                return Task.FromResult<WriteOutcome>(new Refused([breach]));
            if (Find(command.Register, register, command.Country, command.Group, command.From) is not { } held)
                return Task.FromResult<WriteOutcome>(new Missing());
            return held.Until == command.Until
                ? ReplaceAsync(work, command.Register, held, null, command.Reason!, stop)
                : Task.FromResult<WriteOutcome>(Refused.For("", "changed", $"This is on file {SpellRules.Words(held)} by now. Load the page again."));
        }, cancel);
    }

    private Task<WriteOutcome> RunAsync(
        object command, string does, SpellRegister kind, Actor actor, string key, Func<CommandWork, Register, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel) =>
        pipeline.RunAsync<SpellWritten>(
            KeyedCommand.Of(actor, Role.Administrator, key, $"{Name(kind)}.{does}", command),
            async (work, stop) =>
            {
                await work.ExecuteAsync(Lock, new { }, stop);
                return await write(work, await RegisterReader.ReadAsync(work.Connection, stop), stop);
            },
            cancel);

    private static DatedSpell? Find(SpellRegister kind, Register register, string country, string group, DateOnly from) =>
        SpellRules.Spells(kind, register).FirstOrDefault(s => s.Country.Value == country && s.Group == group && s.From == from);

    private static async Task<WriteOutcome> ReplaceAsync(
        CommandWork work, SpellRegister kind, DatedSpell? before, DatedSpell? after, string reason, CancellationToken cancel)
    {
        var newest = await work.SingleAsync<DateTime?>(Newest, new { }, cancel);
        var at = newest is { } last ? work.After(new DateTimeOffset(last, TimeSpan.Zero)) : work.Now;
        if (before is not null)
            await work.ExecuteAsync(kind == SpellRegister.Tie ? CloseTie : CloseMembership, Row(before, at), cancel);
        if (after is not null)
            await work.ExecuteAsync(kind == SpellRegister.Tie ? InsertTie : InsertMembership, Row(after, at), cancel);
        var spell = after ?? before!;
        FieldChange[] changes = [new("days", Says(before), Says(after))];
        var written = new SpellWritten(kind, spell.Country.Value, spell.Group, spell.From) { What = new { changes, reason } };
        await RegisterHistory.KeepAsync(work, Name(kind), written.About, changes, reason, cancel);
        work.RegisterChanged(written.Subject);
        return written;
    }

    private static string? Says(DatedSpell? spell) => spell is null ? null : $"{SpellRules.Words(spell)} ({spell.Source})";

    private static object Row(DatedSpell spell, DateTimeOffset at) =>
        new { country = spell.Country.Value, group = spell.Group, from = spell.From, until = spell.Until, source = spell.Source, at };

    private static string Name(SpellRegister register) => register == SpellRegister.Tie ? "tie" : "membership";

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
