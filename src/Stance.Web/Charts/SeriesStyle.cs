namespace Stance.Web.Charts;

/// <summary>Colour, dash and marker travel together; a country keeps its place while it is on screen.</summary>
public sealed record SeriesStyle(string Token, string Dash, string Marker)
{
    /// <summary>Paths in a box of 8 by 8 around zero; those with a minus first are drawn as outlines.</summary>
    private static readonly SeriesStyle[] All =
    [
        new("s1", "", "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"),
        new("s2", "7 3", "M-3.5-3.5h7v7h-7z"),
        new("s3", "2 3", "M0-4.5 4.3 3.5H-4.3z"),
        new("s4", "10 3 2 3", "M0-5 4.5 0 0 5-4.5 0z"),
        new("s5", "5 2", "M0 4.5 4.3-3.5H-4.3z"),
        new("s6", "1 4", "M-4-4 4 4M4-4-4 4"),
        new("s7", "12 4", "M0-5v10M-5 0h10"),
        new("s8", "6 2 1 2", "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"),
    ];

    public static SeriesStyle Of(int place) => All[((place % All.Length) + All.Length) % All.Length];

    public bool IsOutline => Token is "s6" or "s7" or "s8";
}
