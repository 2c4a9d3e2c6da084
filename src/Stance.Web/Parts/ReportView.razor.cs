using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Stance.Web.App;

namespace Stance.Web.Parts;

/// <summary>
/// Owns waiting: reads when the printed state changes, cancels the older read, drops late answers, keeps the last report
/// while the next one is read, and shows loading, empty and failed in one way. Panels inside hold no flags.
/// </summary>
public sealed partial class ReportView<TReport> : ComponentBase, IDisposable where TReport : class
{
    private static readonly TimeSpan SlowAfter = TimeSpan.FromMilliseconds(400);

    private sealed record Fault(string Sentence, string Reference);

    private CancellationTokenSource? _read;
    private string? _key;
    private TReport? _report;
    private Fault? _fault;
    private bool _isReading;
    private bool _isSlow;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private ILogger<ReportView<TReport>> Log { get; set; } = default!;

    /// <summary>The printed state; a new one starts a new read.</summary>
    [Parameter, EditorRequired] public required string Key { get; set; }

    [Parameter, EditorRequired] public required Func<CancellationToken, Task<TReport>> Read { get; set; }

    [Parameter, EditorRequired] public required RenderFragment<TReport> ChildContent { get; set; }

    [Parameter] public Func<TReport, bool>? IsEmpty { get; set; }

    [Parameter] public RenderFragment<TReport>? Empty { get; set; }

    /// <summary>Same frame and height as the answer, so that nothing jumps; two grey bars by default.</summary>
    [Parameter] public RenderFragment? Loading { get; set; }

    [Parameter] public string ReadingWords { get; set; } = "Reading acts…";

    /// <summary>Subject of "… could not be shown": "This chart", "The list".</summary>
    [Parameter] public string What { get; set; } = "This part";

    protected override Task OnParametersSetAsync() => Key == _key ? Task.CompletedTask : ReadAsync();

    private async Task ReadAsync()
    {
        _key = Key;
        Cancel();
        var mine = _read = new CancellationTokenSource();
        (_isReading, _isSlow) = (true, false);
        try
        {
            var reading = Read(mine.Token);
            if (!reading.IsCompleted)
                _ = SayWhenSlowAsync(mine);
            var report = await reading;
            if (mine == _read)
                (_report, _fault) = (report, null);
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            if (mine == _read)
                _fault = Explain(fault);
        }
        if (mine == _read)
            (_isReading, _isSlow) = (false, false);
    }

    private async Task SayWhenSlowAsync(CancellationTokenSource mine)
    {
        await Task.Delay(SlowAfter, Time);
        if (mine != _read || !_isReading)
            return;
        _isSlow = true;
        await InvokeAsync(StateHasChanged);
    }

    private Fault Explain(Exception fault)
    {
        var reference = FaultReference.New();
        Log.LogError(fault, "{What} failed, reference {Reference}", What, reference);
        return new Fault(fault is DbException or TimeoutException ? "The database did not answer." : "The server could not work it out.", reference);
    }

    private void Cancel()
    {
        _read?.Cancel();
        _read?.Dispose();
        _read = null;
    }

    public void Dispose() => Cancel();
}
