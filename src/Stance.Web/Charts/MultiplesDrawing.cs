namespace Stance.Web.Charts;

/// <summary>A line of its own for each country, side by side.</summary>
public sealed record MultiplesDrawing(IReadOnlyList<SmallDrawing> Lines);

/// <param name="Value">The level at the end.</param>
/// <param name="Note">Under the line.</param>
public sealed record SmallDrawing(string Code, string Name, string Value, string Note, LineDrawing Line);
