using Microsoft.AspNetCore.Components;
using Stance.ViewStates;

namespace Stance.Web.Charts;

/// <summary>The index line with its strips on one time axis. Draws what it is given.</summary>
public sealed partial class LineChart : ComponentBase
{
    private readonly string _prefix = $"c{Guid.NewGuid():n}"[..7];
    private LinePaths _paths = default!;
    private TimeScale _time;
    private LineDrawing? _drawn;

    [Parameter, EditorRequired] public required LineDrawing Drawing { get; set; }

    /// <summary>Where "Skip to the chart" leads; one chart of a page has it.</summary>
    [Parameter] public string? Id { get; set; }

    /// <summary>Between the shapes and the notes: where the library draws.</summary>
    [Parameter] public RenderFragment? Over { get; set; }

    /// <summary>On top of all: what follows the pointer.</summary>
    [Parameter] public RenderFragment? Probe { get; set; }

    /// <summary>The library has drawn; our own shapes step back.</summary>
    [Parameter] public bool IsDrawn { get; set; }

    /// <summary>A stretch of days that is looked at more closely elsewhere on the page.</summary>
    [Parameter] public Period? Span { get; set; }

    [Parameter] public EventCallback<string> OnActSelected { get; set; }

    private bool HasEndColumn => Drawing.Series.Count > 1;

    private (double From, double To)? SpanPlaces => Span is { } span && span.From <= Drawing.To && span.To >= Drawing.From
        ? (_time.At(span.From), _time.At(span.To)) : null;

    private IEnumerable<string> TriggerPlaces => Drawing.Triggers
        .Where(t => t.To is null && _time.Holds(t.From))
        .Select(t => Svg.Percent(_time.At(t.From)));

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_drawn, Drawing))
            return;
        _drawn = Drawing;
        _paths = new LinePaths(Drawing);
        _time = new TimeScale(Drawing.From, Drawing.To);
    }
}
