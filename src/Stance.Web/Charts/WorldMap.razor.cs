using Microsoft.AspNetCore.Components;

namespace Stance.Web.Charts;

/// <summary>The world by index, drawn by the server. Seven classes; hatch = thin; dashed outline = not in the record.</summary>
public sealed partial class WorldMap : ComponentBase
{
    private readonly string _hatch = $"h{Guid.NewGuid():n}"[..7];
    private MapPaint _paint = default!;
    private List<MapCountry> _byName = [];
    private MapDrawing? _drawn;
    private string? _pointed;

    [Parameter, EditorRequired] public required MapDrawing Drawing { get; set; }

    /// <summary>A country was chosen, by its code.</summary>
    [Parameter] public EventCallback<string> OnCountrySelected { get; set; }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_drawn, Drawing))
            return;
        _drawn = Drawing;
        _paint = new MapPaint(Drawing, _hatch);
        _byName = [.. _paint.ByName];
    }

    private Task ChooseAsync(MapCountry? country) => country is null ? Task.CompletedTask : OnCountrySelected.InvokeAsync(country.Code);
}
