using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Events;

namespace Stance.Data.Imports;

/// <summary>Takes a whole import back in one transaction; every version it made stays readable as known before.</summary>
public sealed class ImportUndo(CommandPipeline pipeline)
{
    private static readonly string BatchExists = SqlFile.Read("Imports/BatchExists.sql");
    private static readonly string UndoneBefore = SqlFile.Read("Imports/UndoneBefore.sql");
    private static readonly string LockImports = SqlFile.Read("Imports/LockImports.sql");
    private static readonly string LockBatch = SqlFile.Read("Imports/LockBatch.sql");
    private static readonly string EditedSinceSql = SqlFile.Read("Imports/EditedSince.sql");
    private static readonly string Close = SqlFile.Read("Imports/UndoClose.sql");
    private static readonly string Retract = SqlFile.Read("Imports/UndoRetract.sql");
    private static readonly string Restore = SqlFile.Read("Imports/UndoRestore.sql");
    private static readonly string Overrides = SqlFile.Read("Imports/UndoOverrides.sql");
    private static readonly string Scores = SqlFile.Read("Imports/UndoScores.sql");
    private static readonly string CloseClaims = SqlFile.Read("Imports/UndoCloseClaims.sql");
    private static readonly string Claims = SqlFile.Read("Imports/UndoClaims.sql");
    private static readonly string LeaveCollections = SqlFile.Read("Imports/UndoLeaveCollections.sql");
    private static readonly string JoinCollections = SqlFile.Read("Imports/UndoJoinCollections.sql");
    private static readonly string ForgetKeys = SqlFile.Read("Imports/UndoForgetKeys.sql");
    private static readonly string Keys = SqlFile.Read("Imports/UndoKeys.sql");
    private static readonly string SecondParts = SqlFile.Read("Imports/UndoSecondParts.sql");
    private static readonly string KeepUndo = SqlFile.Read("Imports/KeepUndo.sql");
    private static readonly string CountriesOfBatch = SqlFile.Read("Imports/CountriesOfBatch.sql");

    public Task<WriteOutcome> UndoAsync(UndoImport command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, "import.undo", command);
        return pipeline.RunAsync<ImportUndone>(keyed, (work, stop) => UndoAsync(work, command, stop), cancel);
    }

    private static async Task<WriteOutcome> UndoAsync(CommandWork work, UndoImport command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
            return new Refused([breach]);
        var batch = command.Id;
        await CodebookHold.TakeAsync(work, cancel);
        await work.ExecuteAsync(LockImports, new { }, cancel);
        if (await work.FindAsync<string>(BatchExists, new { batch }, cancel) is not { } sender)
            return new Missing();
        if (await work.SingleAsync<bool>(UndoneBefore, new { batch }, cancel))
            return Refused.For("", "undone", "This import is taken back already.");
        await work.ExecuteAsync(LockBatch, new { batch }, cancel);
        var edited = await work.ListAsync<EditedSince>(EditedSinceSql, new { batch }, cancel);
        if (edited.Count > 0 && !command.LeaveEdited)
            return new UndoStopped(edited);
        var parameters = new { batch, left = edited.Select(e => e.Act).ToArray(), at = work.Now, by = work.By, reason = command.Reason, sender };
        await work.ExecuteAsync(Close, parameters, cancel);
        var retracted = await work.ExecuteAsync(Retract, parameters, cancel);
        var restored = await work.ExecuteAsync(Restore, parameters, cancel);
        foreach (var statement in new[] { Overrides, Scores, CloseClaims, Claims, LeaveCollections, JoinCollections, ForgetKeys, Keys })
            await work.ExecuteAsync(statement, parameters, cancel);
        if (restored > 0 && await work.ListAsync<string>(SecondParts, parameters, cancel) is [var title, ..])
            return Refused.For("", "twice", $"“{title}” would count beside another act that is its state’s part of the same act of several states by now. Retract that one first.");
        await work.ExecuteAsync(
            KeepUndo,
            new { batch, at = work.Now, reason = command.Reason, retracted, restored, leftCount = edited.Count, actor = work.Actor.Name, by = work.By },
            cancel);
        foreach (var country in await work.ListAsync<string>(CountriesOfBatch, new { batch }, cancel))
            work.Changed(new(country), $"import:{batch}");
        return new ImportUndone(batch, retracted, restored, edited.Count);
    }
}
