using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>Adds blocs and kinds of tie, and corrects what they are called. No number hangs on a name; whether a kind of tie is an alliance is set once.</summary>
public sealed class GroupWriter(CommandPipeline pipeline)
{
    private static readonly string Lock = SqlFile.Read("Registers/LockSpells.sql");
    private static readonly string InsertBloc = SqlFile.Read("Registers/InsertBloc.sql");
    private static readonly string UpdateBloc = SqlFile.Read("Registers/UpdateBloc.sql");
    private static readonly string InsertTieKind = SqlFile.Read("Registers/InsertTieKind.sql");
    private static readonly string UpdateTieKind = SqlFile.Read("Registers/UpdateTieKind.sql");

    public Task<WriteOutcome> AddAsync(AddGroup command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "add", command.Register, actor, key, async (work, register, stop) =>
        {
            var (group, breaches) = GroupRules.CheckNew(command.Draft, command.Register, register, command.Reason);
            if (group is null)
                return new Refused(breaches);
            await work.ExecuteAsync(command.Register == GroupRegister.Bloc ? InsertBloc : InsertTieKind, new { group.Code, group.Name, group.IsAlliance }, stop);
            return await ToldAsync(work, command.Register, null, group, command.Reason, stop);
        }, cancel);
    }

    public Task<WriteOutcome> CorrectAsync(CorrectGroup command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "correct", command.Register, actor, key, async (work, register, stop) =>
        {
            if (GroupRules.All(command.Register, register).FirstOrDefault(g => g.Code == command.Code) is not { } held)
                return new Missing();
            if (held.Name != command.Was)
                return Refused.For("", "changed", $"Somebody named this {held.Name} meanwhile. Load the page again, then correct that.");
            var (group, breaches) = GroupRules.CheckName(held, command.Name, command.Register, register, command.Reason);
            if (group is null)
                return new Refused(breaches);
            await work.ExecuteAsync(command.Register == GroupRegister.Bloc ? UpdateBloc : UpdateTieKind, new { group.Code, group.Name }, stop);
            return await ToldAsync(work, command.Register, held, group, command.Reason, stop);
        }, cancel);
    }

    /// <summary>The register as its history and the audit name it.</summary>
    public static string NameOf(GroupRegister register) => register == GroupRegister.Bloc ? "bloc" : "tie_kind";

    private Task<WriteOutcome> RunAsync(
        object command, string does, GroupRegister kind, Actor actor, string key, Func<CommandWork, Register, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel) =>
        pipeline.RunAsync<GroupWritten>(
            KeyedCommand.Of(actor, Role.Administrator, key, $"{NameOf(kind)}.{does}", command),
            async (work, stop) =>
            {
                await work.ExecuteAsync(Lock, new { }, stop);
                return await write(work, await RegisterReader.ReadAsync(work.Connection, stop), stop);
            },
            cancel);

    private static async Task<WriteOutcome> ToldAsync(CommandWork work, GroupRegister kind, Group? held, Group group, string? reason, CancellationToken cancel)
    {
        var changes = FieldChange.Between(held?.Fields, group.Fields);
        await RegisterHistory.KeepAsync(work, NameOf(kind), group.Code, changes, reason, cancel);
        var written = new GroupWritten(kind, group.Code) { What = new { changes, reason } };
        work.RegisterChanged(written.Subject);
        return written;
    }
}
