using Microsoft.AspNetCore.Components;

namespace Stance.Web.Charts;

/// <summary>The world by index, drawn by the server. Seven classes; hatch = thin; dashed outline = not in the record.</summary>
public sealed partial class WorldMap : ComponentBase
{
    // Made once: a handler made anew at each step of the film would be sent anew for every country.
    private readonly Dictionary<string, EventCallback> _choices = [];
    private readonly Dictionary<string, EventCallback> _pointings = [];
    private readonly string _hatch = $"h{Guid.NewGuid():n}"[..7];
    private MapPaint _paint = default!;
    private MapDrawing? _drawn;
    private string? _pointed;
    private bool _isListed;

    [Parameter, EditorRequired] public required MapDrawing Drawing { get; set; }

    /// <summary>A country was chosen, by its code.</summary>
    [Parameter] public EventCallback<string> OnCountrySelected { get; set; }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_drawn, Drawing))
            return;
        _drawn = Drawing;
        _paint = new MapPaint(Drawing, _hatch);
    }

    private EventCallback Choose(string? code) => Kept(_choices, code, () => EventCallback.Factory.Create(this, () => ChooseAsync(code)));

    private EventCallback Point(string? code) => Kept(_pointings, code, () => EventCallback.Factory.Create(this, () => _pointed = code));

    private static EventCallback Kept(Dictionary<string, EventCallback> kept, string? code, Func<EventCallback> make)
    {
        if (!kept.TryGetValue(code ?? "", out var callback))
            kept[code ?? ""] = callback = make();
        return callback;
    }

    private Task ChooseAsync(string? code) => _paint.Find(code) is null ? Task.CompletedTask : OnCountrySelected.InvokeAsync(code);
}
