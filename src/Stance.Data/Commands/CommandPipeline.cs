using Npgsql;
using Stance.Data.People;

namespace Stance.Data.Commands;

/// <summary>
/// The one way anything is written by people: one command is one transaction with the change, its history, the audit line, the change feed
/// and the answer under the sender's key. A command whose acknowledgement was lost is repeated with the same key and gets the first answer.
/// </summary>
public sealed class CommandPipeline(NpgsqlDataSource database, AuditWriter audit, TimeProvider clock)
{
    private const int Attempts = 4;

    /// <summary>Carries the command out unless it was before. What <paramref name="write"/> did stays only if it answers with a <see cref="Written"/>.</summary>
    public async Task<WriteOutcome> RunAsync<TWritten>(
        KeyedCommand command, Func<CommandWork, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel)
        where TWritten : Written
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(write);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync<TWritten>(command, write, cancel);
            }
            catch (NpgsqlException problem) when (problem.IsTransient && attempt < Attempts)
            {
                // A deadlock, a lost connection: the key makes it safe to ask again, also when the commit did arrive.
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt * attempt), cancel);
            }
        }
    }

    private async Task<WriteOutcome> OnceAsync<TWritten>(
        KeyedCommand command, Func<CommandWork, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel)
        where TWritten : Written
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await command.EarlierAsync<TWritten>(connection, transaction, cancel) is { } earlier)
            return earlier;
        var work = new CommandWork(connection, transaction, command.Actor, Microseconds(clock.GetUtcNow()));
        var outcome = await write(work, cancel);
        if (outcome is not TWritten written)
            return outcome is Written ? throw new InvalidOperationException($"{command.Name} answers with {typeof(TWritten).Name} only.") : outcome;
        await command.LogAsync(connection, transaction, written, work.Now, cancel);
        await audit.AppendAsync(connection, transaction, command.Actor, command.Name, written.Subject, written.Details, cancel);
        if (written.Records.Concat(work.Others).ToArray() is { Length: > 0 } records)
            await audit.AppendAllAsync(connection, transaction, command.Actor, command.Name, records, cancel);
        await work.FinishAsync(command.Name, cancel);
        await transaction.CommitAsync(cancel);
        return written;
    }

    internal static DateTimeOffset Microseconds(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % 10), TimeSpan.Zero);
}
