using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Stance.Web.Charts;

/// <summary>Name in ink, value beside it, in one text so that the value follows the name's width.</summary>
public sealed class EndName : ComponentBase
{
    private const int LongestName = 17;

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required string Value { get; set; }

    [Parameter, EditorRequired] public required double Y { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", "32");
        builder.AddAttribute(2, "y", Svg.Num(Y));
        builder.AddAttribute(3, "class", "when");
        builder.AddContent(4, TextLines.Cut(Name, LongestName));
        builder.OpenElement(5, "tspan");
        builder.AddAttribute(6, "class", "what");
        builder.AddAttribute(7, "dx", "4");
        builder.AddContent(8, Value);
        builder.CloseElement();
        builder.CloseElement();
    }
}
