using System.Text.Json;
using Stance.Coding;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>
/// Makes one change in many acts by one command: each gets what a correction of its own would leave (a version, its scores, its claims), and either
/// all of them do or none. The number of statements does not grow with the acts.
/// </summary>
public sealed class BulkWriter(CommandPipeline pipeline, RegisterReader registers)
{
    private static readonly string LockEvents = SqlFile.Read("Events/LockEvents.sql");
    private static readonly string CodedScores = SqlFile.Read("Events/CodedScoresOfActs.sql");
    private static readonly string CloseVersions = SqlFile.Read("Events/CloseVersions.sql");
    private static readonly string OpenVersions = SqlFile.Read("Events/OpenVersions.sql");
    private static readonly string RetractVersions = SqlFile.Read("Events/RetractVersions.sql");
    private static readonly string CloseClaims = SqlFile.Read("Events/CloseClaimsOfActs.sql");
    private static readonly string RegradeClaims = SqlFile.Read("Events/RegradeClaims.sql");
    private static readonly string KeepOverrides = SqlFile.Read("Events/KeepOverrides.sql");
    private static readonly string KeepScores = SqlFile.Read("Events/KeepScores.sql");
    private static readonly string KeepCodedScores = SqlFile.Read("Events/KeepCodedScores.sql");
    private static readonly string JoinCollection = SqlFile.Read("Events/JoinCollection.sql");
    private static readonly string LeaveCollection = SqlFile.Read("Events/LeaveCollection.sql");
    private static readonly string KeepBulkEdit = SqlFile.Read("Events/KeepBulkEdit.sql");
    private static readonly string KeepBulkEditActs = SqlFile.Read("Events/KeepBulkEditActs.sql");

    /// <exception cref="NotAllowedException">The actor is no curator.</exception>
    public async Task<WriteOutcome> EditAsync(BulkEdit command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, "act.bulk-edit", command);
        // Before the connection of the command: two connections to a writer could starve a full pool.
        var register = await registers.ReadAsync(cancel);
        return await pipeline.RunAsync<BulkWritten>(
            keyed,
            async (work, stop) => await CodebookHold.RefusedAsync(work, register, stop)
                ?? await EditAsync(new EventTransaction(work, register), command, stop),
            cancel);
    }

    internal static async Task<WriteOutcome> EditAsync(EventTransaction work, BulkEdit command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: true) is { } reasonless)
            return new Refused([reasonless]);
        if (command.Change.Check(work.Register) is { } breach)
            return new Refused([breach]);
        var seen = command.Acts.DistinctBy(a => a.Id).ToDictionary(a => a.Id, a => a.Version);
        if (seen.Count == 0 || seen.Count != command.Acts.Count || seen.Count > BulkChange.MostActs)
            return Refused.For("acts", "count", $"Choose 1 to {BulkChange.MostActs} acts, each once.");
        await work.Work.ListAsync<Guid>(LockEvents, new { ids = seen.Keys.ToArray() }, cancel);
        // A statement of its own: the lock may have waited for the writer of a newer version.
        var stored = await EventReader.NewestAsync(work.Work.Connection, work.Work.Transaction, seen.Keys, cancel);
        if (stored.Count != seen.Count)
            return new Missing();
        if (stored.Where(s => s.Version != seen[s.Id]).ToList() is { Count: > 0 } moved)
            return new BulkConflict(moved);
        var today = DateOnly.FromDateTime(work.Work.Now.UtcDateTime);
        var rows = stored.Select(s => BulkReader.Read(s, command.Change, work.Register, today)).ToList();
        if (rows.Where(r => r.Breaches.Count > 0).ToList() is { Count: > 0 } refused)
            return new BulkRefused(refused);
        var changed = rows.Where(r => r.Changes).ToList();
        return changed.Count == 0
            ? Refused.For("acts", "unchanged", "Every one of these acts says so already.")
            : await WriteAsync(work, command, changed, rows.Count - changed.Count, cancel);
    }

    private static async Task<BulkWritten> WriteAsync(EventTransaction work, BulkEdit command, List<BulkRow> rows, int unchanged, CancellationToken cancel)
    {
        var reason = rows.Count == 1 ? command.Reason!.Trim() : $"Together with {Others(rows.Count - 1)}: {command.Reason!.Trim()}";
        var at = rows.ConvertAll(r => work.Work.After(r.Current.KnownFrom));
        var id = Guid.CreateVersion7(work.Work.Now);
        var acts = new
        {
            id,
            countries = rows.Select(r => r.Current.Country.Value).ToArray(),
            ids = rows.Select(r => r.Current.Id).ToArray(),
            versions = rows.Select(r => r.Current.Version).ToArray(),
            ats = at.Select(a => a.UtcDateTime).ToArray(),
            code = command.Change.Value,
            reason,
            recordedAt = work.Work.Now,
            by = work.Work.By,
            credibility = command.Change.Field == BulkField.Credibility ? rows[0].After!.Claims[0].Credibility : (int?)null,
        };
        await work.Work.ExecuteAsync(CloseVersions, acts, cancel);
        if (command.Change.Field == BulkField.Retract)
        {
            await work.Work.ExecuteAsync(RetractVersions, acts, cancel);
            await work.Work.ExecuteAsync(CloseClaims, acts, cancel);
        }
        else
        {
            var coded = await work.Work.ListAsync<CodedRow>(CodedScores, acts, cancel);
            await OpenAsync(work, rows, at, reason, coded.ToLookup(c => c.Event, c => new CodedScore(c.Axis, c.First, c.Second)), cancel);
            await work.Work.ExecuteAsync(KeepOverrides, acts, cancel);
        }
        if (FieldStatement(command.Change.Field) is { } statement)
            await work.Work.ExecuteAsync(statement, acts, cancel);
        await KeepAsync(work, command, id, cancel);
        await work.Work.ExecuteAsync(KeepBulkEditActs, acts, cancel);
        foreach (var (country, chain) in rows.Where(r => r.Current.Draft.Chain is not null).Select(r => (r.Current.Country, r.Current.Draft.Chain!.Value)).Distinct().Order())
            await CommitmentStages.SettleAsync(work, country, chain, null, cancel);
        foreach (var country in rows.Select(r => r.Current.Country).Distinct())
            work.Work.Changed(country, $"bulk:{id}");
        return new BulkWritten(
            id, command.Change, command.Reason!.Trim(), [.. rows.Select(r => new ActWritten(r.Current.Id, r.Current.Country, r.Current.Version + 1))], unchanged);
    }

    private static Task<int> KeepAsync(EventTransaction work, BulkEdit command, Guid id, CancellationToken cancel) => work.Work.ExecuteAsync(
        KeepBulkEdit,
        new
        {
            id,
            at = work.Work.Now,
            field = command.Change.Field.ToString(),
            value = command.Change.Value,
            reason = command.Reason!.Trim(),
            actor = work.Work.Actor.Name,
            by = work.Work.By,
        },
        cancel);

    private static async Task OpenAsync(
        EventTransaction work, List<BulkRow> rows, List<DateTimeOffset> at, string reason, ILookup<Guid, CodedScore> coded, CancellationToken cancel)
    {
        // Two coders' scores stand as long as what they scored does.
        var acts = rows.ConvertAll(r => CodedAct.Of(r.After!).ScoresLike(r.Current.Draft) ? r.After! with { CodedScores = [.. coded[r.Current.Id]] } : r.After!);
        var versions = acts.Select((act, i) => VersionRow.Of(work, act, rows[i].Current.Id, rows[i].Current.Version + 1, at[i], reason));
        await work.Work.ExecuteAsync(OpenVersions, new { rows = Json(versions) }, cancel);
        var scores = acts.SelectMany((act, i) => work.ScoresOf(act, rows[i].Current.Id, rows[i].Current.Version + 1)).ToList();
        await work.Work.ExecuteAsync(KeepCodedScores, new { rows = Json(scores.Select(s => s.Coded).OfType<CodedScoreRow>()) }, cancel);
        await work.Work.ExecuteAsync(KeepScores, new { rows = Json(scores.Select(s => s.Score)) }, cancel);
    }

    /// <summary>What is written besides the version; null = nothing.</summary>
    private static string? FieldStatement(BulkField field) => field switch
    {
        BulkField.Credibility => RegradeClaims,
        BulkField.AddCollection => JoinCollection,
        BulkField.RemoveCollection => LeaveCollection,
        _ => null,
    };

    internal static string Others(int count) => count == 1 ? "another act" : $"{count} other acts";

    private static string Json<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows, JsonSerializerOptions.Web);

    private sealed record CodedRow(Guid Event, string Axis, double First, double Second);
}
