using System.Text.Json;
using Stance.Acts;
using Stance.Data.Commands;
using Stance.Imports;

namespace Stance.Data.Imports;

/// <summary>Lays the staged rows down as acts with few statements over all of them: the set-based twins of what entering one act runs.</summary>
internal sealed class ImportLoad(CommandWork work, Register register, ImportLimits limits, IProgress<ImportProgress>? progress)
{
    private static readonly string LockStaged = SqlFile.Read("Imports/LockStaged.sql");
    private static readonly string MovedOn = SqlFile.Read("Imports/MovedOn.sql");
    private static readonly string LockWholes = SqlFile.Read("Imports/LockWholes.sql");
    private static readonly string SecondStaged = SqlFile.Read("Imports/SecondStaged.sql");
    private static readonly string PlaceSources = SqlFile.Read("Imports/PlaceSources.sql");
    private static readonly string FindSources = SqlFile.Read("Imports/FindSources.sql");
    private static readonly string SourcesThatClash = SqlFile.Read("Imports/SourcesThatClash.sql");
    private static readonly string FindReports = SqlFile.Read("Imports/FindReports.sql");
    private static readonly string PlaceReports = SqlFile.Read("Imports/PlaceReports.sql");
    private static readonly string FindPassages = SqlFile.Read("Imports/FindPassages.sql");
    private static readonly string PlacePassages = SqlFile.Read("Imports/PlacePassages.sql");
    private static readonly string LoadParents = SqlFile.Read("Imports/LoadParents.sql");
    private static readonly string LoadEvents = SqlFile.Read("Imports/LoadEvents.sql");
    private static readonly string CloseChanged = SqlFile.Read("Imports/CloseChanged.sql");
    private static readonly string LoadVersions = SqlFile.Read("Imports/LoadVersions.sql");
    private static readonly string LoadScores = SqlFile.Read("Imports/LoadScores.sql");
    private static readonly string CloseChangedClaims = SqlFile.Read("Imports/CloseChangedClaims.sql");
    private static readonly string LoadClaims = SqlFile.Read("Imports/LoadClaims.sql");
    private static readonly string KeepBatch = SqlFile.Read("Imports/KeepBatch.sql");
    private static readonly string KeepRows = SqlFile.Read("Imports/KeepRows.sql");
    private static readonly string KeepKeys = SqlFile.Read("Imports/KeepKeys.sql");
    private static readonly string MoveKeys = SqlFile.Read("Imports/MoveKeys.sql");
    private static readonly string KeepLeftOut = SqlFile.Read("Imports/KeepLeftOut.sql");
    private static readonly string LeaveCollections = SqlFile.Read("Imports/LeaveCollections.sql");
    private static readonly string JoinCollections = SqlFile.Read("Imports/JoinCollections.sql");
    private static readonly string KeepStagedWords = SqlFile.Read("Imports/KeepStagedWords.sql");

    /// <summary>Holds the acts that will change; rows whose act moved on meanwhile, or a source graded otherwise, stop the import.</summary>
    public async Task<Refused?> HoldAsync(ImportStage stage, CancellationToken cancel)
    {
        if (stage.Changed > 0)
        {
            await work.ExecuteAsync(LockStaged, new { }, cancel);
            if (await work.ListAsync<int>(MovedOn, new { }, cancel) is [var row, ..])
                return Refused.For(ImportFields.Key, "edited", FormattableString.Invariant($"The act of row {row} was edited while the file was read. Check the file again."));
        }
        if (stage.Parts.Count > 0)
        {
            await work.ExecuteAsync(LockWholes, new { }, cancel);
            if (await work.ListAsync<int>(SecondStaged, new { }, cancel) is [var second, ..])
                return Refused.For(ImportFields.Whole, "twice", FormattableString.Invariant($"The state of row {second} got its part in the act of several states while the file was read. Check the file again."));
        }
        await work.ExecuteAsync(PlaceSources, new { }, cancel);
        await work.ExecuteAsync(FindSources, new { }, cancel);
        return await work.ListAsync<string>(SourcesThatClash, new { }, cancel) is [var name, ..]
            ? Refused.For("source.reliability", "onFile", $"{name} was put on file with another grade while the file was read. Check the file again.")
            : null;
    }

    public async Task WriteAsync(ImportStage stage, ReceivedFile file, LoadFile command, Guid batch, CancellationToken cancel)
    {
        var (at, by, none) = (work.Now, work.By, new { });
        await Step("Reports", FindReports, none);
        await Step("Passages", FindPassages, none);
        var bulk = stage.New >= limits.BulkActs && stage.Changed == 0 ? await BulkRoad.OpenAsync(work, stage.New, cancel) : null;
        await Step("Reports", PlaceReports, none);
        await Step("Passages", PlacePassages, none);
        await Step("Acts", LoadEvents, new { at, by });
        if (stage.Wholes.Count > 0)
            await Step("Acts", LoadParents, stage.WholesAsRows);
        if (stage.Changed > 0)
            await Step("Acts", CloseChanged, none);
        await Step("Acts", LoadVersions, new { at, by, codebook = register.Codebook.Version, reason = $"Imported from {file.Name}" });
        await Step("Scores", LoadScores, none);
        if (stage.Changed > 0)
            await Step("Claims", CloseChangedClaims, none);
        await Step("Claims", LoadClaims, none);
        await work.ExecuteAsync(
            KeepBatch,
            new
            {
                id = batch,
                file = file.Name,
                sha256 = Convert.FromHexString(file.Sha256),
                bytes = file.Content.Length,
                mapping = JsonSerializer.Serialize(command.Mapping, JsonSerializerOptions.Web),
                sender = command.Mapping.Sender,
                read = stage.Rows,
                added = stage.New,
                changed = stage.Changed,
                unchanged = stage.Unchanged,
                leftOut = stage.RefusedRows,
                at,
                actor = work.Actor.Name,
                by,
            },
            cancel);
        await Step("History", KeepRows, new { batch });
        await Step("History", KeepKeys, new { sender = command.Mapping.Sender });
        if (stage.Changed > 0)
            await Step("History", MoveKeys, new { sender = command.Mapping.Sender });
        if (stage.Breaches is { Count: > 0 } left)
        {
            await work.ExecuteAsync(
                KeepLeftOut,
                new
                {
                    batch,
                    rows = left.Select(b => b.Row).ToArray(),
                    columns = left.Select(b => b.Column).ToArray(),
                    fields = left.Select(b => b.Field).ToArray(),
                    values = left.Select(b => b.Value).ToArray(),
                    rules = left.Select(b => b.Rule).ToArray(),
                    messages = left.Select(b => b.Message).ToArray(),
                },
                cancel);
        }
        if (stage.Changed > 0)
            await Step("Collections", LeaveCollections, none);
        await Step("Collections", JoinCollections, none);
        if (bulk is not null)
        {
            Say("Orders");
            await bulk.CloseAsync(cancel);
        }
        work.Last(stop =>
        {
            Say("Words");
            return work.ExecuteAsync(KeepStagedWords, none, stop);
        });
        foreach (var country in stage.Countries)
            work.Changed(new(country), $"import:{batch}");

        async Task Step(string what, string sql, object parameters)
        {
            Say(what);
            await work.ExecuteAsync(sql, parameters, cancel);
        }

        void Say(string what) =>
            progress?.Report(new ImportProgress(stage.Rows, stage.Rows, what is "Reports" or "Passages" ? 0 : stage.New + stage.Changed, $"Writing: {what}"));
    }
}
