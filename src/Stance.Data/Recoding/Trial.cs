using Npgsql;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;

namespace Stance.Data.Recoding;

/// <summary>Carries a change out in a transaction, reads what it would leave, and takes it back: no preview can differ from what is written.</summary>
internal static class Trial
{
    /// <param name="read">What is read while the change stands.</param>
    /// <returns>What was read, or nothing where the change is refused.</returns>
    public static async Task<(T? After, WriteOutcome Outcome)> RunAsync<T>(
        NpgsqlDataSource database, TimeProvider clock, Actor actor, Func<CommandWork, CancellationToken, Task<WriteOutcome>> write,
        Func<CommandWork, Written, Task<T>> read, CancellationToken cancel)
        where T : class
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var work = new CommandWork(connection, transaction, actor, CommandPipeline.Microseconds(clock.GetUtcNow()));
        var outcome = await write(work, cancel);
        if (outcome is not Written written)
            return (null, outcome);
        var after = await read(work, written);
        await transaction.RollbackAsync(cancel);
        return (after, outcome);
    }

    /// <summary>The register and all acts as the transaction sees them.</summary>
    public static async Task<ActSnapshot> EverythingAsync(CommandWork work, CancellationToken cancel) =>
        new(await RegisterReader.ReadAsync(work.Connection, cancel), await ActColumnsReader.ReadAsync(work.Connection, cancel));
}
