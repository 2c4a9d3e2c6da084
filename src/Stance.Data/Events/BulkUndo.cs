using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>
/// Takes a change of many acts back in one transaction: every act it changed gets a version that says what the one before the change said. An act
/// changed since stops all of them; what was known until now stays readable.
/// </summary>
public sealed class BulkUndo(CommandPipeline pipeline, RegisterReader registers)
{
    private static readonly string Lock = SqlFile.Read("Events/LockBulkEdit.sql");
    private static readonly string UndoneBefore = SqlFile.Read("Events/BulkUndoneBefore.sql");
    private static readonly string LockActs = SqlFile.Read("Events/LockBulkActs.sql");
    private static readonly string ChangedSince = SqlFile.Read("Events/ChangedSinceBulk.sql");
    private static readonly string Versions = SqlFile.Read("Events/VersionsOfBulk.sql");
    private static readonly string CloseVersions = SqlFile.Read("Events/CloseVersions.sql");
    private static readonly string RestoreVersions = SqlFile.Read("Events/RestoreVersions.sql");
    private static readonly string RestoreOverrides = SqlFile.Read("Events/RestoreOverrides.sql");
    private static readonly string RestoreCodedScores = SqlFile.Read("Events/RestoreCodedScores.sql");
    private static readonly string RestoreScores = SqlFile.Read("Events/RestoreScores.sql");
    private static readonly string EndClaims = SqlFile.Read("Events/EndClaimsOfVersions.sql");
    private static readonly string RestoreClaims = SqlFile.Read("Events/RestoreClaims.sql");
    private static readonly string JoinCollection = SqlFile.Read("Events/JoinCollection.sql");
    private static readonly string LeaveCollection = SqlFile.Read("Events/LeaveCollection.sql");
    private static readonly string SecondParts = SqlFile.Read("Events/SecondParts.sql");
    private static readonly string KeepUndo = SqlFile.Read("Events/KeepBulkUndo.sql");
    private static readonly string ActsToRescore = SqlFile.Read("Recoding/ActsToRescore.sql");
    private static readonly string CodersAnswers = SqlFile.Read("Recoding/CodersAnswers.sql");

    /// <exception cref="NotAllowedException">The actor is no curator.</exception>
    public async Task<WriteOutcome> TakeBackAsync(TakeBackBulk command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, "act.bulk-take-back", command);
        var register = await registers.ReadAsync(cancel);
        return await pipeline.RunAsync<BulkTakenBack>(
            keyed,
            async (work, stop) => await CodebookHold.RefusedAsync(work, register, stop) ?? await TakeBackAsync(work, register, command, stop),
            cancel);
    }

    internal static async Task<WriteOutcome> TakeBackAsync(CommandWork work, Register register, TakeBackBulk command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
            return new Refused([breach]);
        if (await work.FindAsync<EditRow>(Lock, new { command.Id }, cancel) is not { } edit)
            return new Missing();
        if (await work.SingleAsync<bool>(UndoneBefore, new { command.Id }, cancel))
            return Refused.For("", "undone", "This change is taken back already.");
        await work.ExecuteAsync(LockActs, new { command.Id }, cancel);
        if (await work.ListAsync<EditedSince>(ChangedSince, new { command.Id }, cancel) is { Count: > 0 } edited)
            return new UndoStopped(edited);
        var rows = await work.ListAsync<ActRow>(Versions, new { command.Id }, cancel);
        var at = rows.Select(r => work.After(r.Known)).ToList();
        await RestoreAsync(work, edit, rows, at, command.Reason!.Trim(), cancel);
        var anew = await RescoreAsync(work, register, edit, rows, at.Max().AddMicroseconds(1), cancel);
        if (await work.ListAsync<string>(SecondParts, new { ids = rows.Select(r => r.Event).ToArray() }, cancel) is [var title, ..])
            return Refused.For("", "twice", $"“{title}” would count beside another act that is its state’s part of the same act of several states by now. Retract that one first.");
        foreach (var (country, chain) in rows.Where(r => r.Chain is not null).Select(r => (r.Country, r.Chain!.Value)).Distinct().Order())
            await CommitmentStages.SettleAsync(new EventTransaction(work, register), new(country), chain, null, cancel);
        await work.ExecuteAsync(KeepUndo, new { command.Id, at = work.Now, reason = command.Reason.Trim(), actor = work.Actor.Name, by = work.By }, cancel);
        foreach (var country in rows.Select(r => r.Country).Distinct())
            work.Changed(new(country), $"bulk:{command.Id}");
        return new BulkTakenBack(
            command.Id, command.Reason.Trim(), [.. rows.Select(r => new ActWritten(r.Event, new(r.Country), r.Version + (anew.Contains(r.Event) ? 2 : 1)))]);
    }

    private static async Task RestoreAsync(
        CommandWork work, EditRow edit, IReadOnlyList<ActRow> rows, List<DateTimeOffset> at, string reason, CancellationToken cancel)
    {
        var acts = new
        {
            countries = rows.Select(r => r.Country).ToArray(),
            ids = rows.Select(r => r.Event).ToArray(),
            versions = rows.Select(r => r.Version).ToArray(),
            ats = at.Select(a => a.UtcDateTime).ToArray(),
            code = edit.Value,
            reason = $"Takes back the change{(rows.Count == 1 ? null : $" together with {BulkWriter.Others(rows.Count - 1)}")}: {reason}",
            recordedAt = work.Now,
            by = work.By,
        };
        foreach (var statement in new[] { EndClaims, RestoreClaims, CloseVersions, RestoreVersions, RestoreOverrides, RestoreCodedScores, RestoreScores })
            await work.ExecuteAsync(statement, acts, cancel);
        // Whoever was put into a collection was not in it before, and the other way round.
        if (edit.Field is nameof(BulkField.AddCollection) or nameof(BulkField.RemoveCollection))
            await work.ExecuteAsync(edit.Field == nameof(BulkField.AddCollection) ? LeaveCollection : JoinCollection, acts, cancel);
    }

    /// <summary>A retracted act was not scored anew with all others: where the codebook or the sides are others by now, it is as it comes back.</summary>
    private static async Task<HashSet<Guid>> RescoreAsync(
        CommandWork work, Register register, EditRow edit, IReadOnlyList<ActRow> rows, DateTimeOffset at, CancellationToken cancel)
    {
        var hasOtherSides = register.SidesChangedAt is { } changed && changed.UtcDateTime >= edit.At;
        var stale = rows.Where(r => hasOtherSides || r.Codebook != register.Codebook.Version).ToDictionary(r => r.Event);
        if (stale.Count == 0)
            return [];
        var answers = (await work.ListAsync<CoderAnswer>(CodersAnswers, new { }, cancel)).ToLookup(a => a.Event);
        var rescored = new RescoredActs(register.Codebooks.ToDictionary(c => c.Codebook.Version, c => c.Codebook), register, answers);
        var ever = await work.ListAsync<ActToRescore>(ActsToRescore, new { ever = true, countries = stale.Values.Select(r => r.Country).Distinct().ToArray() }, cancel);
        // From the version before, which its coders' answers were scored with.
        List<RescoredAct> acts =
        [
            .. ever.Where(a => stale.TryGetValue(a.Event, out var row) && a.Version == row.Version - 1).Select(rescored.Of).OfType<RescoredAct>()
                .Select(r => r with { Act = r.Act with { Version = r.Act.Version + 2 } }),
        ];
        await RescoredRows.WriteAsync(work, acts, register.Codebook.Version, $"Scored by codebook {register.Codebook.Version}", at, work.By, cancel);
        return [.. acts.Select(a => a.Act.Event)];
    }

    private sealed record EditRow(string Field, string? Value, DateTime At);

    private sealed record ActRow(string Country, Guid Event, int Version, DateTime KnownFrom, string Codebook, Guid? Chain)
    {
        public DateTimeOffset Known => new(DateTime.SpecifyKind(KnownFrom, DateTimeKind.Utc));
    }
}
