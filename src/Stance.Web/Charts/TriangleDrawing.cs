namespace Stance.Web.Charts;

/// <summary>A heat map of changes: rows of cells under named columns, each cell in the classes of the pole scale. Draws what it is given.</summary>
/// <param name="Columns">One for each column; null where no word stands.</param>
/// <param name="Heads">Above the numbers at the right.</param>
/// <param name="Largest">The change from which the outer classes begin.</param>
public sealed record TriangleDrawing(
    IReadOnlyList<string?> Columns, IReadOnlyList<string> Heads, IReadOnlyList<TriangleRow> Rows, double Largest)
{
    /// <summary>The token of a change: n3 … p3; z when it rounds to nothing.</summary>
    public string TokenOf(double change)
    {
        var size = Math.Abs(change) / Largest;
        if (Math.Abs(change) < 0.005)
            return "z";
        var depth = size >= 1 ? 3 : size >= 0.4 ? 2 : 1;
        return $"{(change < 0 ? "n" : "p")}{depth}";
    }
}

/// <param name="Cells">The change of each column; null = no cell.</param>
/// <param name="Numbers">At the right; the last one leads on when <paramref name="Choice"/> is given.</param>
/// <param name="Choice">What choosing the last number does, in words.</param>
public sealed record TriangleRow(string Key, string Label, IReadOnlyList<double?> Cells, IReadOnlyList<string> Numbers, string? Choice);
