using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>
/// Adds and ends ties and memberships. They have one clock, the days they hold: who wrote what and when is in the audit alone,
/// and what is read as known before reads the ties as they are now.
/// </summary>
public sealed class SpellWriter(CommandPipeline pipeline, RegisterReader registers, TimeProvider clock)
{
    private static readonly string Lock = SqlFile.Read("Registers/LockSpells.sql");
    private static readonly string InsertTie = SqlFile.Read("Registers/InsertTie.sql");
    private static readonly string EndTie = SqlFile.Read("Registers/EndTie.sql");
    private static readonly string InsertMembership = SqlFile.Read("Registers/InsertMembership.sql");
    private static readonly string EndMembership = SqlFile.Read("Registers/EndMembership.sql");

    public Task<WriteOutcome> AddAsync(AddSpell command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Administrator, key, $"{Name(command.Register)}.add", command);
        return pipeline.RunAsync<SpellWritten>(keyed, async (work, stop) =>
        {
            await work.ExecuteAsync(Lock, new { }, stop);
            var (spell, breaches) = SpellRules.CheckNew(command.Draft, command.Register, await registers.ReadAsync(stop), Today());
            if (spell is null)
                return new Refused(breaches);
            await work.ExecuteAsync(command.Register == SpellRegister.Tie ? InsertTie : InsertMembership, Row(spell), stop);
            return Told(work, command.Register, spell, new { spell.From, spell.Until, spell.Source });
        }, cancel);
    }

    public Task<WriteOutcome> EndAsync(EndSpell command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Administrator, key, $"{Name(command.Register)}.end", command);
        return pipeline.RunAsync<SpellWritten>(keyed, async (work, stop) =>
        {
            await work.ExecuteAsync(Lock, new { }, stop);
            var held = SpellRules.Spells(command.Register, await registers.ReadAsync(stop))
                .FirstOrDefault(s => s.Country.Value == command.Country && s.Group == command.Group && s.From == command.From);
            if (held is null)
                return new Missing();
            if (held.Until is not null)
                return Refused.For("", "ended", $"This is on file {SpellRules.Words(held)} already. Load the page again.");
            var (ended, breaches) = SpellRules.CheckEnd(held, command.Until, command.Source, Today());
            if (ended is null)
                return new Refused(breaches);
            await work.ExecuteAsync(command.Register == SpellRegister.Tie ? EndTie : EndMembership, Row(ended), stop);
            return Told(work, command.Register, ended, new { ended.From, ended.Until, ended.Source, before = new { held.Until, held.Source } });
        }, cancel);
    }

    private static SpellWritten Told(CommandWork work, SpellRegister register, DatedSpell spell, object what)
    {
        var written = new SpellWritten(register, spell.Country.Value, spell.Group, spell.From) { What = what };
        work.RegisterChanged(written.Subject);
        return written;
    }

    private static object Row(DatedSpell spell) => new { country = spell.Country.Value, group = spell.Group, from = spell.From, until = spell.Until, source = spell.Source };

    private static string Name(SpellRegister register) => register == SpellRegister.Tie ? "tie" : "membership";

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
