using System.Threading.Channels;
using Stance.Acts;
using Stance.Data.Commands;
using Stance.Imports;

namespace Stance.Data.Imports;

/// <summary>Reads and checks a file on all cores while the rows before are taken into the batch's tables.</summary>
internal sealed class ImportRun(CommandWork work, Register register, ImportMapping mapping, ImportLimits limits, IProgress<ImportProgress>? progress)
{
    // What a row is made of lives until it is staged; more of them at once, and the collector spends longer moving them than their reading takes.
    private const int ChunkRows = 500;

    private static readonly TimeSpan LongestReading = TimeSpan.FromMinutes(30);

    private static readonly string Differences = SqlFile.Read("Imports/Differences.sql");
    private static readonly string LikelyDuplicates = SqlFile.Read("Imports/LikelyDuplicates.sql");
    private static readonly string AlikeRows = SqlFile.Read("Imports/AlikeRows.sql");
    private static readonly string Analyze = SqlFile.Read("Imports/AnalyzeStage.sql");

    private static readonly string WholesOnFile = SqlFile.Read("Imports/WholesOnFile.sql");
    private static readonly string PartsOnFile = SqlFile.Read("Imports/PartsOnFile.sql");

    private sealed record PartRow(Guid Whole, string Country, Guid Event);

    /// <summary>How alike two titles must be, as a share of their threes of letters.</summary>
    private const double Likeness = Events.DuplicateReader.Likeness;

    public ImportStage Stage { get; } = new(work, register, mapping);

    public async Task StageAsync(Stream file, IReadOnlyDictionary<string, (string Name, string Reliability)> grades, DateOnly today, CancellationToken cancel)
    {
        var headers = TableFile.Headers(file, limits);
        var reading = new RowReading(headers, mapping, register, grades, today);
        await Stage.OpenAsync(cancel);
        if (mapping.IsGiven(ImportFields.Whole))
            await NameWholesAsync(file, reading, cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(LongestReading);
        var chunks = Channel.CreateBounded<PreparedRow[]>(1);
        var producing = Task.Run(() => ProduceAsync(file, reading, chunks.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(stop.Token))
            {
                await Stage.TakeAsync(chunk, stop.Token);
                progress?.Report(new ImportProgress(Stage.Rows, Stage.Rows, 0, "Checking"));
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new ImportFileException("Reading this file takes too long. Send it in parts.");
        }
        finally
        {
            // The file may only be closed once nobody reads it.
            await stop.CancelAsync();
            await producing;
        }
        await Stage.CopySourcesAsync(cancel);
        await work.ExecuteAsync(Analyze, new { }, cancel);
    }

    /// <summary>What the staged rows would change.</summary>
    public async Task<ImportReport> ReportAsync(bool withDetails, CancellationToken cancel) => new(
        Stage.Rows, Stage.New, Stage.Changed, Stage.Unchanged, Stage.RefusedRows, [.. Stage.Breaches.OrderBy(b => b.Row)],
        withDetails && Stage.Changed > 0 ? await work.ListAsync<RowDifference>(Differences, Stage.WholesAsRows, cancel) : [],
        withDetails && Stage.New > 0 ? await work.ListAsync<LikelyDuplicate>(LikelyDuplicates, new { likeness = Likeness }, cancel) : [],
        withDetails && Stage.New > 1 ? await work.ListAsync<AlikeRow>(AlikeRows, new { }, cancel) : []);

    /// <summary>A row may be a part of what a later row gives the title of: the file is gone through once for these alone.</summary>
    private async Task NameWholesAsync(Stream file, RowReading reading, CancellationToken cancel)
    {
        foreach (var row in TableFile.Rows(file, limits))
        {
            cancel.ThrowIfCancellationRequested();
            reading.Name(row);
        }
        var keys = reading.Wholes.Keys;
        var ids = keys.Select(k => Guid.TryParse(k, out var id) ? id : (Guid?)null).OfType<Guid>().ToArray();
        var onFile = await work.ListAsync<KnownWhole>(WholesOnFile, new { sender = mapping.Sender, keys = keys.ToArray(), ids }, cancel);
        reading.Wholes.Settle(onFile, () => Guid.CreateVersion7(work.Now));
        Stage.Wholes = reading.Wholes.New;
        foreach (var part in await work.ListAsync<PartRow>(PartsOnFile, new { ids = onFile.Select(w => w.Id).ToArray() }, cancel))
            Stage.Parts[(part.Whole, part.Country)] = (part.Event, null);
    }

    private async Task ProduceAsync(Stream file, RowReading reading, ChannelWriter<PreparedRow[]> chunks, CancellationToken cancel)
    {
        try
        {
            var read = 0;
            foreach (var chunk in TableFile.Rows(file, limits).Chunk(ChunkRows))
            {
                read += chunk.Length;
                progress?.Report(new ImportProgress(read, Stage.Rows, 0, "Reading"));
                var rows = new PreparedRow[chunk.Length];
                Parallel.For(0, chunk.Length, new() { CancellationToken = cancel }, i => rows[i] = PreparedRow.Of(reading.Read(chunk[i]), register));
                await chunks.WriteAsync(rows, cancel);
            }
            chunks.Complete();
        }
        catch (Exception fault)
        {
            // Whoever takes the chunks meets it; nobody else waits for it.
            chunks.TryComplete(fault is AggregateException { InnerException: { } inner } ? inner : fault);
        }
    }
}
