using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Stance.Web.Charts;

/// <summary>Numbers as SVG wants them, and the text element, whose name Razor keeps for itself.</summary>
public static class Svg
{
    public static string Num(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Text is always a text node, never markup.</summary>
    public static RenderFragment Text(string x, string y, string text, string? css = null, double dx = 0, double dy = 0) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", x);
        builder.AddAttribute(2, "y", y);
        if (dx != 0)
            builder.AddAttribute(3, "dx", Num(dx));
        if (dy != 0)
            builder.AddAttribute(4, "dy", Num(dy));
        builder.AddAttribute(5, "class", css);
        builder.AddContent(6, text);
        builder.CloseElement();
    };
}
