using System.Text.RegularExpressions;

namespace Stance.Web.Charts;

/// <summary>The style sheet inside a picture: the drawings' own rules and those of the words around it.</summary>
public static partial class PictureStyle
{
    private const string Words = """
        svg { overflow: visible; }
        .line-chart .line, .line-chart .halo { vector-effect: none; }
        .line-chart text.headline { font: 600 30px var(--serif); fill: var(--ink); }
        .line-chart text.subhead { font-size: 16px; }
        .line-chart text.brief { font-size: 17px; fill: var(--ink); }
        .line-chart .world-map .land path { vector-effect: none; stroke-width: .7px; }
        .line-chart .world-map .land path.chosen { stroke-width: 3.2px; }
        .line-chart .world-map text.name { font: 600 14px var(--sans); fill: var(--ink); text-anchor: middle; }
        .line-chart .world-map .land { overflow: hidden; }
        """;

    private static readonly Dictionary<string, string> Values = Tokens.Light.Named().Append(("sans", "'Source Sans 3', 'Source Sans Pro', sans-serif"))
        .Append(("serif", "'Source Serif 4', 'Source Serif Pro', serif")).ToDictionary(t => t.Item1, t => t.Item2);

    public static string Sheet { get; } = Read() + Words;

    /// <summary>The document with every token in its place: programs that draw SVG know no custom properties.</summary>
    public static string Resolve(string svg) => Token().Replace(svg, match => Values.GetValueOrDefault(match.Groups[1].Value, "none"));

    private static string Read()
    {
        using var sheet = typeof(PictureStyle).Assembly.GetManifestResourceStream("drawing.css")!;
        using var reader = new StreamReader(sheet);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"var\(--([a-z0-9-]+)\)")]
    private static partial Regex Token();
}
