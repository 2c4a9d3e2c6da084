using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Stance.Acts;
using Stance.Data.Commands;
using Stance.Events;
using Stance.Imports;

namespace Stance.Data.Imports;

/// <summary>
/// Sorts checked rows into new, changed, unchanged and refused, and takes the first two into the tables of the batch by binary COPY, chunk by
/// chunk: what is held in memory is one chunk and a short print of each key, report and passage.
/// </summary>
internal sealed class ImportStage(CommandWork work, Register register, ImportMapping mapping)
{
    private const int MostBreaches = 20_000;

    private static readonly string Open = SqlFile.Read("Imports/OpenStage.sql");
    private static readonly string KeysOnFile = SqlFile.Read("Imports/KeysOnFile.sql");
    private static readonly string CopyStage = Copy("Imports/CopyStage.sql");
    private static readonly string CopyScores = Copy("Imports/CopyScores.sql");
    private static readonly string CopySources = Copy("Imports/CopySources.sql");
    private static readonly string CopyReports = Copy("Imports/CopyReports.sql");
    private static readonly string CopyPassages = Copy("Imports/CopyPassages.sql");

    private sealed record StagedRow(CheckedRow Row, StanceEvent Act, Guid Id, int Version, DateTimeOffset KnownFrom, byte[]? Before, Guid Passage);

    private sealed record KeyRow(string Key, string Country, Guid Event, int Version, byte[] Content, int Newest, DateTime KnownFrom, bool IsRetracted, string? ChangedBy, string Type);

    private readonly Dictionary<Guid, int> rowOfKey = [];
    private readonly Dictionary<string, (char Grade, int Row)> gradeOfName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> reports = [];
    private readonly HashSet<Guid> passages = [];
    private readonly List<RowBreach> breaches = [];

    public int Rows { get; private set; }

    public int New { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int RefusedRows { get; private set; }

    public IReadOnlyList<RowBreach> Breaches => breaches;

    public HashSet<string> Countries { get; } = new(StringComparer.Ordinal);

    public Task OpenAsync(CancellationToken cancel) => work.ExecuteAsync(Open, new { }, cancel);

    public async Task TakeAsync(IReadOnlyList<CheckedRow> rows, CancellationToken cancel)
    {
        Rows += rows.Count;
        var sound = rows.Where(IsSound).ToList();
        var onFile = (await work.ListAsync<KeyRow>(KeysOnFile, new { sender = mapping.Sender, keys = sound.Select(r => r.Key).ToArray() }, cancel)).ToDictionary(k => k.Key, StringComparer.Ordinal);
        var (staged, newReports, newPassages) = (new List<StagedRow>(sound.Count), new List<(Guid, Report, string)>(), new List<(Guid, Guid, Excerpt)>());
        foreach (var row in sound)
        {
            if (Place(row, onFile.GetValueOrDefault(row.Key)) is not { } place)
                continue;
            var (claim, act) = (row.Act!.Claims[0], row.Act);
            var report = Print(claim.Source!.Name.ToLowerInvariant(), claim.Report!.Title, claim.Report.Author, DateText.Iso(claim.Report.PublishedOn), claim.Report.Url, claim.Report.Language, claim.Report.OriginGroup);
            if (reports.Add(report))
                newReports.Add((report, claim.Report, claim.Source.Name));
            var excerpt = claim.Excerpt!;
            var passage = Print(report.ToString(), excerpt.Passage, FormattableString.Invariant($"{excerpt.HighlightFrom} {excerpt.HighlightTo}"), excerpt.Pointer);
            if (passages.Add(passage))
                newPassages.Add((passage, report, excerpt));
            staged.Add(new StagedRow(row, act, place.Id, place.Version, place.KnownFrom, place.Before, passage));
            Countries.Add(act.Country.Value);
        }
        if (staged.Count == 0)
            return;
        await CopyRowsAsync(staged, cancel);
        await CopyScoresAsync(staged, cancel);
        await CopyReportsAsync(newReports, cancel);
        await CopyPassagesAsync(newPassages, cancel);
    }

    /// <summary>Each source the file names, once its rows are all read.</summary>
    public async Task CopySourcesAsync(CancellationToken cancel)
    {
        await using var copy = await work.Connection.BeginBinaryImportAsync(CopySources, cancel);
        foreach (var source in sources.Values)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(source.Name, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(source.Reliability.ToString(), NpgsqlDbType.Text, cancel);
            await WriteAsync(copy, source.Url, cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    public void Refuse(int row, string field, string value, string rule, string message)
    {
        RefusedRows++;
        Keep(new RowBreach(row, ImportFields.LabelOf(field, register.Codebook), field, value, rule, message));
    }

    private void Keep(RowBreach breach)
    {
        if (breaches.Count < MostBreaches)
            breaches.Add(breach);
    }

    private bool IsSound(CheckedRow row)
    {
        if (row.Act is not { } act)
        {
            RefusedRows++;
            row.Breaches.ToList().ForEach(Keep);
            return false;
        }
        if (!rowOfKey.TryAdd(Print(row.Key), row.Number))
        {
            Refuse(row.Number, ImportFields.Key, row.Key, "twice", FormattableString.Invariant($"This key stands in row {rowOfKey[Print(row.Key)]} already. Give each row a key of its own."));
            return false;
        }
        var source = act.Claims[0].Source!;
        // Kept by exact name, as the database tells them apart; graded by any spelling.
        if (gradeOfName.TryGetValue(source.Name.ToLowerInvariant(), out var first) && first.Grade != source.Reliability)
        {
            Refuse(row.Number, "source.reliability", source.Reliability.ToString(), "twice", FormattableString.Invariant($"{source.Name} is {first.Grade} in row {first.Row}. Give a source one grade."));
            return false;
        }
        gradeOfName.TryAdd(source.Name.ToLowerInvariant(), (source.Reliability, row.Number));
        sources.TryAdd(source.Name, source);
        return true;
    }

    /// <summary>Where the row goes: null when it says nothing new, or meets an act it may not change.</summary>
    private (Guid Id, int Version, DateTimeOffset KnownFrom, byte[]? Before)? Place(CheckedRow row, KeyRow? known)
    {
        var isSame = known?.Content.AsSpan().SequenceEqual(row.Content) ?? false;
        if (!isSame && EventRules.Withdrawn(row.Act!.Type, known?.Type) is { } withdrawn)
        {
            Refuse(row.Number, withdrawn.Field, row.Act.Type.Code, withdrawn.Rule, withdrawn.Message);
            return null;
        }
        if (known is null)
        {
            New++;
            return (Guid.CreateVersion7(work.Now), 1, work.Now, null);
        }
        if (isSame)
        {
            Unchanged++;
            return null;
        }
        if (known.Newest != known.Version)
        {
            var who = known.ChangedBy is { } name ? $" by {name}" : "";
            Refuse(row.Number, ImportFields.Key, row.Key, "edited", known.IsRetracted
                ? $"This act was retracted{who} since the last file. Leave the row out, or give it a new key."
                : $"This act was edited{who} since the last file. Correct it on its page, or leave the row out.");
            return null;
        }
        if (known.Country != row.Act!.Country.Value)
        {
            Refuse(row.Number, "country", row.Act.Country.Value, "fixed", $"Under this key stands an act of {register.NameOf(new(known.Country))}. Give another country's act a key of its own.");
            return null;
        }
        Changed++;
        return (known.Event, known.Newest + 1, work.After(new DateTimeOffset(DateTime.SpecifyKind(known.KnownFrom, DateTimeKind.Utc))), known.Content);
    }

    private async Task CopyRowsAsync(List<StagedRow> rows, CancellationToken cancel)
    {
        await using var copy = await work.Connection.BeginBinaryImportAsync(CopyStage, cancel);
        foreach (var (row, act, id, version, knownFrom, before, passage) in rows)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(row.Number, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(row.Key, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(row.Content, NpgsqlDbType.Bytea, cancel);
            await copy.WriteAsync(act.Country.Value, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(version, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(knownFrom.UtcDateTime, NpgsqlDbType.TimestampTz, cancel);
            await copy.WriteAsync(act.Title, NpgsqlDbType.Text, cancel);
            await WriteAsync(copy, act.Recipient?.Value, cancel);
            await copy.WriteAsync(act.Type.Code, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(act.Variant.Key, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(act.Dates.From, NpgsqlDbType.Date, cancel);
            await copy.WriteAsync(act.Dates.To, NpgsqlDbType.Date, cancel);
            await copy.WriteAsync(EventDates.Print(act.Dates.Precision), NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(act.Dates.ScoredOn, NpgsqlDbType.Date, cancel);
            await copy.WriteAsync(act.Intensity, NpgsqlDbType.Double, cancel);
            await WriteAsync(copy, act.IntensityReason, cancel);
            await copy.WriteAsync(JsonSerializer.Serialize(act.Attributes), NpgsqlDbType.Jsonb, cancel);
            await copy.WriteAsync(act.Confidence, NpgsqlDbType.Double, cancel);
            await WriteAsync(copy, act.ConfidenceReason, cancel);
            await copy.WriteAsync(act.Variant.EvidenceWeight, NpgsqlDbType.Double, cancel);
            await copy.WriteAsync(act.Variant.IsDeed ? "M" : "D", NpgsqlDbType.Text, cancel);
            await WriteAsync(copy, act.Note, cancel);
            await copy.WriteAsync((short)act.Claims[0].Credibility, NpgsqlDbType.Smallint, cancel);
            await copy.WriteAsync(act.Claims[0].Statement, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(passage, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(act.Collections.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
            if (before is null)
                await copy.WriteNullAsync(cancel);
            else
                await copy.WriteAsync(before, NpgsqlDbType.Bytea, cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    private async Task CopyScoresAsync(List<StagedRow> rows, CancellationToken cancel)
    {
        await using var copy = await work.Connection.BeginBinaryImportAsync(CopyScores, cancel);
        foreach (var row in rows.Where(r => r.Act.IsScored))
        {
            foreach (var score in ActScoring.Score(row.Act.Facts, register.Axes.Values, register.Ties))
            {
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(row.Act.Country.Value, NpgsqlDbType.Text, cancel);
                await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(row.Version, NpgsqlDbType.Integer, cancel);
                await copy.WriteAsync(score.Axis, NpgsqlDbType.Text, cancel);
                await copy.WriteAsync(score.BaseScore, NpgsqlDbType.Double, cancel);
                if (score.PoleWeight is { } pole)
                    await copy.WriteAsync(pole, NpgsqlDbType.Double, cancel);
                else
                    await copy.WriteNullAsync(cancel);
                await copy.WriteAsync(score.Expectation, NpgsqlDbType.Double, cancel);
                await copy.WriteAsync(score.Score, NpgsqlDbType.Double, cancel);
                await copy.WriteAsync(score.Weight, NpgsqlDbType.Double, cancel);
            }
        }
        await copy.CompleteAsync(cancel);
    }

    private async Task CopyReportsAsync(List<(Guid Print, Report Report, string Source)> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
            return;
        await using var copy = await work.Connection.BeginBinaryImportAsync(CopyReports, cancel);
        foreach (var (print, report, source) in rows)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(print, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(Guid.CreateVersion7(work.Now), NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(source, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(report.Title, NpgsqlDbType.Text, cancel);
            await WriteAsync(copy, report.Author, cancel);
            await copy.WriteAsync(report.PublishedOn, NpgsqlDbType.Date, cancel);
            await WriteAsync(copy, report.Url, cancel);
            await copy.WriteAsync(report.Language, NpgsqlDbType.Text, cancel);
            await WriteAsync(copy, report.OriginGroup, cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    private async Task CopyPassagesAsync(List<(Guid Print, Guid Report, Excerpt Excerpt)> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
            return;
        await using var copy = await work.Connection.BeginBinaryImportAsync(CopyPassages, cancel);
        foreach (var (print, report, excerpt) in rows)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(print, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(report, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(Guid.CreateVersion7(work.Now), NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(excerpt.Passage, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(excerpt.HighlightFrom, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(excerpt.HighlightTo, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(excerpt.Pointer, NpgsqlDbType.Text, cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    // The driver wants the word copy first; the question stands before it.
    private static string Copy(string path) => SqlFile.Read(path) is var text ? text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : "";

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancel) =>
        text is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(text, NpgsqlDbType.Text, cancel);

    /// <summary>Half a SHA-256 stands for the texts: two that differ are not met in practice.</summary>
    private static Guid Print(params string?[] parts) => new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts.Select(p => p ?? "\u001E")))).AsSpan(0, 16));
}
