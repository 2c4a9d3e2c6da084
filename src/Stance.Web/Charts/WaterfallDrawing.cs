namespace Stance.Web.Charts;

/// <summary>How a bar is drawn: its kind is never told by colour alone.</summary>
public enum BarLook
{
    Solid,
    Outlined,
    Dashed,
}

/// <summary>A change as a staircase of bars between two totals. Draws what it is given, in the order given.</summary>
public sealed record WaterfallDrawing(WaterfallTotal Start, IReadOnlyList<WaterfallBar> Bars, WaterfallOthers? Others, WaterfallTotal End);

public sealed record WaterfallTotal(string Label, double Value);

/// <param name="Note">In brackets after the label: "faded".</param>
/// <param name="When">The date as exact as known.</param>
/// <param name="Path">Where the bar leads; null = nowhere.</param>
public sealed record WaterfallBar(string Label, string? Note, string? When, double Change, BarLook Look, string? Path, bool IsDisputed = false);

/// <summary>The small ones, drawn as one bar that opens into a list.</summary>
/// <param name="Listed">As many of them as are listed.</param>
public sealed record WaterfallOthers(string Label, double Change, BarLook Look, IReadOnlyList<WaterfallBar> Listed);
