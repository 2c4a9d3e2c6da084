using System.Data.Common;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Imports;
using Stance.Data.People;
using Stance.Imports;

namespace Stance.Web.Imports;

/// <summary>One file on its way in: received, its columns named, tried, written. Holds what the steps of the page show.</summary>
internal sealed class ImportSession(ImportWriter writer, SuggestionWriter suggestions, ActFeed feed, Action changed) : IAsyncDisposable
{
    private const int SampleRows = 3;

    private static readonly TimeSpan SayEvery = TimeSpan.FromMilliseconds(400);

    private CancellationTokenSource? working;
    private string key = NewKey();
    private bool isLeft;
    private long saidAt;

    public ReceivedFile? File { get; private set; }

    public IReadOnlyList<string> Headers { get; private set; } = [];

    public IReadOnlyList<ImportRow> Sample { get; private set; } = [];

    public bool IsCoded { get; private set; }

    public ImportMapping? Mapping { get; private set; }

    public ImportReport? Report { get; private set; }

    public ImportWritten? Written { get; private set; }

    public SuggestionsKept? Kept { get; private set; }

    /// <summary>What is being done, for a screen reader too; null when nothing is.</summary>
    public string? Doing { get; private set; }

    public string? Fault { get; private set; }

    public IReadOnlyList<Stance.Events.RuleBreach> Unclear { get; private set; } = [];

    private Register Register => feed.Register;

    public Task ReceiveAsync(string name, long size, Func<long, CancellationToken, Stream> open) => WorkAsync("Receiving the file…", async cancel =>
    {
        await ForgetAsync();
        await using var sent = open(ImportLimits.Usual.FileBytes, cancel);
        File = await ReceivedFiles.ReceiveAsync(name, sent, new Said<long>(got => Say($"Receiving the file: {Percent(got, size)}")), cancel);
        IsCoded = await Task.Run(() => CodedFile.FormatOf(File.Content, ImportLimits.Usual), cancel) is not null;
        if (IsCoded)
            return;
        Headers = TableFile.Headers(File.Content, ImportLimits.Usual);
        Sample = [.. TableFile.Rows(File.Content, ImportLimits.Usual).Take(SampleRows)];
        Map(ImportMapping.Of(Headers, Register.Codebook));
    });

    public void Map(ImportMapping mapping)
    {
        (Mapping, Report, Written, key) = (mapping, null, null, NewKey());
        Unclear = mapping.Check(Headers, Register.Codebook);
    }

    public Task TryAsync(Actor by) => WorkAsync("Checking…", async cancel =>
        Take(await writer.TryAsync(File!, Mapping!, by, new Said<ImportProgress>(Say), cancel)));

    public Task LoadAsync(Actor by) => WorkAsync("Importing…", async cancel =>
    {
        Take(await writer.LoadAsync(File!, new LoadFile(File!.Sha256, Mapping!, Report!.RefusedRows), by, key, new Said<ImportProgress>(Say), cancel));
        if (Written is not null)
            await feed.RefreshAsync(CancellationToken.None);
    });

    public Task KeepSuggestionsAsync(Actor by) => WorkAsync("Reading…", async cancel =>
        Take(await suggestions.KeepAsync(File!, by, key, new Said<ImportProgress>(Say), cancel)));

    public void Cancel() => working?.Cancel();

    public async ValueTask DisposeAsync()
    {
        isLeft = true;
        Cancel();
        if (working is null)
            await ForgetAsync();
    }

    private void Take(WriteOutcome outcome)
    {
        switch (outcome)
        {
            case ImportStopped stopped:
                Report = stopped.Report;
                break;
            case ImportWritten written:
                Written = written;
                break;
            case SuggestionsKept kept:
                Kept = kept;
                break;
            case Refused refused:
                (Report, Unclear) = (null, refused.Breaches);
                break;
            default:
                Fault = "This file was sent under the same key before. Choose it again.";
                break;
        }
    }

    private async Task WorkAsync(string doing, Func<CancellationToken, Task> work)
    {
        if (working is not null)
            return;
        using var stop = working = new CancellationTokenSource();
        (Doing, Fault) = (doing, null);
        changed();
        try
        {
            await work(stop.Token);
        }
        catch (ImportFileException fault)
        {
            Fault = fault.Message;
        }
        catch (OperationCanceledException)
        {
            Fault = "Cancelled. Nothing was written.";
        }
        catch (Exception fault) when (fault is DbException or TimeoutException)
        {
            Fault = "The database did not answer. Nothing was written, or all of it: try again, it will not be entered twice.";
        }
        catch (Exception fault) when (fault is NotAllowedException or UnauthorizedAccessException)
        {
            Fault = "You may not import files any more. Sign in again, or ask an administrator.";
        }
        catch (IOException)
        {
            Fault = "The file could not be received whole. Choose it again.";
        }
        finally
        {
            (working, Doing) = (null, null);
            if (isLeft)
                await ForgetAsync();
            else
                changed();
        }
    }

    private async Task ForgetAsync()
    {
        if (File is { } old)
            await old.Content.DisposeAsync();
        (File, Headers, Sample, IsCoded, Mapping, Report, Written, Kept, Unclear, key) = (null, [], [], false, null, null, null, null, [], NewKey());
    }

    private void Say(ImportProgress at) => Say(at.Written > 0
        ? FormattableString.Invariant($"{at.Read:#,0} rows read and checked, {at.Written:#,0} being written ({at.Doing.Replace("Writing: ", "", StringComparison.Ordinal).ToLowerInvariant()})")
        : FormattableString.Invariant($"{at.Read:#,0} rows read, {at.Checked:#,0} checked"));

    /// <summary>Not at every row: a screen reader would never come to an end.</summary>
    private void Say(string words)
    {
        if (Doing is null || (saidAt != 0 && TimeProvider.System.GetElapsedTime(saidAt) < SayEvery))
            return;
        (saidAt, Doing) = (TimeProvider.System.GetTimestamp(), words);
        changed();
    }

    private static string Percent(long got, long size) => FormattableString.Invariant($"{Math.Min(100, 100 * got / Math.Max(1, size))} %");

    private static string NewKey() => Guid.CreateVersion7().ToString("N");

    private sealed class Said<T>(Action<T> say) : IProgress<T>
    {
        public void Report(T value) => say(value);
    }
}
