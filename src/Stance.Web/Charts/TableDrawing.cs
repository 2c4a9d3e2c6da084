namespace Stance.Web.Charts;

/// <summary>The same data as a chart, as a table: left words, right numbers.</summary>
public sealed record TableDrawing(string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

public sealed record TableColumn(string Title, bool IsNumber = false);
