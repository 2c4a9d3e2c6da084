using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Stance.ViewStates;

namespace Stance.Web.Charts;

/// <summary>The index line on pages with a circuit.</summary>
public sealed partial class LiveLine : ComponentBase, IAsyncDisposable
{
    private ElementReference _apex;
    private ElementReference _probe;
    private IJSObjectReference? _module;
    private DotNetObjectReference<LiveLine>? _self;
    private (string Drawing, string Probe)? _asked;
    private string? _drawnKey;

    [Inject] private IJSRuntime JS { get; set; } = default!;

    [Inject] private ILogger<LiveLine> Log { get; set; } = default!;

    [Parameter, EditorRequired] public required LineDrawing Drawing { get; set; }

    [Parameter] public string? Id { get; set; }

    /// <summary>A stretch of days to shade.</summary>
    [Parameter] public Period? Span { get; set; }

    /// <summary>The element that says which keys do what.</summary>
    [Parameter] public string? KeysId { get; set; }

    [Parameter] public EventCallback<LinePointSelected> OnPointSelected { get; set; }

    [Parameter] public EventCallback<LineSpanSelected> OnSpanSelected { get; set; }

    /// <summary>The stretch is to become the period.</summary>
    [Parameter] public EventCallback<LineSpanSelected> OnSpanZoomed { get; set; }

    [Parameter] public EventCallback<LineZoomAsked> OnZoomAsked { get; set; }

    [Parameter] public EventCallback<string> OnActSelected { get; set; }

    private bool HasPoints => Drawing.Series.Any(s => s.Points.Count > 0);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!RendererInfo.IsInteractive || !HasPoints || _asked == (Drawing.Key, _probe.Id))
            return;
        var key = Drawing.Key;
        _asked = (key, _probe.Id);
        try
        {
            _module ??= await JS.InvokeAsync<IJSObjectReference>("import", "./" + Assets["js/chart.js"]);
            _self ??= DotNetObjectReference.Create(this);
            if (await _module.InvokeAsync<bool>("draw", _apex, _probe, ApexPicture.Of(Drawing), _self) && key == Drawing.Key)
                _drawnKey = key;
        }
        catch (JSDisconnectedException)
        {
            return;
        }
        catch (JSException fault)
        {
            Log.LogWarning(fault, "The chart library could not draw; the plain drawing stays");
        }
        StateHasChanged();
    }

    /// <summary>Called by the script when a reader chooses a day.</summary>
    [JSInvokable]
    public Task Selected(string country, string date) => IsDrawn(country) && Day(date) is { } day
        ? InvokeAsync(() => OnPointSelected.InvokeAsync(new LinePointSelected(country, day)))
        : Task.CompletedTask;

    /// <summary>Called by the script when a reader chooses a stretch of days.</summary>
    [JSInvokable]
    public Task Spanned(string country, string from, string to) => IsDrawn(country) && Day(from) is { } first && Day(to) is { } last && first <= last
        ? InvokeAsync(() => OnSpanSelected.InvokeAsync(new LineSpanSelected(country, first, last)))
        : Task.CompletedTask;

    /// <summary>Called by the script when a reader zooms to a stretch of days.</summary>
    [JSInvokable]
    public Task SpanZoomed(string country, string from, string to) => IsDrawn(country) && Day(from) is { } first && Day(to) is { } last && first <= last
        ? InvokeAsync(() => OnSpanZoomed.InvokeAsync(new LineSpanSelected(country, first, last)))
        : Task.CompletedTask;

    /// <summary>Called by the script when a reader zooms around a day.</summary>
    [JSInvokable]
    public Task Zoomed(string step, string date) => Enum.TryParse<ZoomStep>(step, ignoreCase: true, out var asked) && Enum.IsDefined(asked) && Day(date) is { } day
        ? InvokeAsync(() => OnZoomAsked.InvokeAsync(new LineZoomAsked(asked, day)))
        : Task.CompletedTask;

    private bool IsDrawn(string country) => Drawing.Series.Any(s => s.Country == country);

    private static DateOnly? Day(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.InvokeVoidAsync("dispose", _apex);
                await _module.DisposeAsync();
            }
        }
        catch (Exception fault) when (fault is JSDisconnectedException or JSException or OperationCanceledException)
        {
            // The page is gone, and its charts with it.
        }
        _self?.Dispose();
    }
}
