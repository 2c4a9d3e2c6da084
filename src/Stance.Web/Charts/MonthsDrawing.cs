namespace Stance.Web.Charts;

/// <summary>Countries by month: a cell for each level.</summary>
public sealed record MonthsDrawing(IReadOnlyList<string> Heads, IReadOnlyList<MonthsRow> Rows, PoleNames Poles);

/// <param name="Value">The level at the end.</param>
public sealed record MonthsRow(string Name, IReadOnlyList<MonthsCell> Cells, string Value);

/// <param name="Words">Country, day, level and band.</param>
public readonly record struct MonthsCell(double Index, bool IsThin, string Words);
