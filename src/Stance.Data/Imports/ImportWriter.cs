using Npgsql;
using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Imports;

namespace Stance.Data.Imports;

/// <summary>
/// Takes files of acts: the whole file in one transaction, or nothing of it. The trial runs the very same up to the point of writing, and
/// leaves no trace; neither does an import that is cancelled.
/// </summary>
public sealed class ImportWriter(NpgsqlDataSource database, CommandPipeline pipeline, RegisterReader registers, EventReader events, TimeProvider clock)
{
    private static readonly string LockImports = SqlFile.Read("Imports/LockImports.sql");

    public ImportLimits Limits { get; init; } = ImportLimits.Usual;

    /// <summary>What the file would change, without writing anything.</summary>
    /// <exception cref="ImportFileException">The file cannot be read.</exception>
    public async Task<WriteOutcome> TryAsync(
        ReceivedFile file, ImportMapping mapping, Actor actor, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        actor.Require(Role.Curator);
        ArgumentNullException.ThrowIfNull(mapping);
        var register = await registers.ReadAsync(cancel);
        if (mapping.Check(TableFile.Headers(file.Content, Limits), register.Codebook) is { Count: > 0 } breaches)
            return new Refused(breaches);
        var grades = await GradesAsync(cancel);
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var run = new ImportRun(new CommandWork(connection, transaction, actor, CommandPipeline.Microseconds(clock.GetUtcNow())), register, mapping, Limits, progress);
        await run.StageAsync(file.Content, grades, Today(), cancel);
        var report = await run.ReportAsync(withDetails: true, cancel);
        await transaction.RollbackAsync(cancel);
        return new ImportStopped(report);
    }

    /// <exception cref="ImportFileException">The file cannot be read.</exception>
    public async Task<WriteOutcome> LoadAsync(
        ReceivedFile file, LoadFile command, Actor actor, string key, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, "import.load", command);
        var register = await registers.ReadAsync(cancel);
        if (command.Mapping.Check(TableFile.Headers(file.Content, Limits), register.Codebook) is { Count: > 0 } breaches)
            return new Refused(breaches);
        var grades = await GradesAsync(cancel);
        return await pipeline.RunAsync<ImportWritten>(
            keyed,
            async (work, stop) => await CodebookHold.RefusedAsync(work, register, stop)
                ?? await LoadAsync(work, register, grades, file, command, progress, stop),
            cancel);
    }

    private async Task<WriteOutcome> LoadAsync(
        CommandWork work, Register register, IReadOnlyDictionary<string, (string, string)> grades, ReceivedFile file, LoadFile command,
        IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        await work.ExecuteAsync(LockImports, new { }, cancel);
        var run = new ImportRun(work, register, command.Mapping, Limits, progress);
        await run.StageAsync(file.Content, grades, Today(), cancel);
        var stage = run.Stage;
        if (stage.RefusedRows != command.LeaveOut || stage.New + stage.Changed == 0)
            return new ImportStopped(await run.ReportAsync(withDetails: false, cancel));
        var load = new ImportLoad(work, register, Limits, progress);
        if (await load.HoldAsync(stage, cancel) is { } refused)
            return refused;
        var batch = Guid.CreateVersion7(work.Now);
        await load.WriteAsync(stage, file, command, batch, cancel);
        return new ImportWritten(batch, file.Name, stage.Rows, stage.New, stage.Changed, stage.Unchanged, stage.RefusedRows);
    }

    private async Task<IReadOnlyDictionary<string, (string Name, string Reliability)>> GradesAsync(CancellationToken cancel) =>
        (await events.SourcesAsync(cancel)).GroupBy(s => s.Name.ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (g.First().Name, g.First().Reliability.ToString()), StringComparer.Ordinal);

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
