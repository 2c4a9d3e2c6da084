namespace Stance.ViewStates;

/// <summary>The columns of the table of acts as an address names them: in their own order, the usual set not named.</summary>
public static class GridColumns
{
    public static IReadOnlyList<GridColumn> All { get; } = Enum.GetValues<GridColumn>();

    /// <summary>What is shown: the act itself always.</summary>
    public static IReadOnlyList<GridColumn> Shown(ViewState view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Columns is { } chosen ? Ordered(chosen) : ViewState.UsualColumns;
    }

    /// <summary>The view with one column more or less.</summary>
    public static ViewState Toggle(ViewState view, GridColumn column)
    {
        var shown = Shown(view);
        return view with { Columns = OrUsual(shown.Contains(column) ? shown.Where(c => c != column) : shown.Append(column)) };
    }

    /// <summary>Reads "date,act,score"; null for the usual columns.</summary>
    /// <exception cref="FormatException">There is no such column.</exception>
    public static IReadOnlyList<GridColumn>? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return OrUsual(text.Split(',').Select(Read).ToList());
    }

    internal static string? Print(IReadOnlyList<GridColumn>? columns) =>
        columns is null || OrUsual(columns) is not { } named ? null : string.Join(',', named.Select(NameOf));

    private static GridColumn Read(string text) => All.Where(c => NameOf(c) == text).Select(c => (GridColumn?)c).FirstOrDefault()
        ?? throw new FormatException($"The columns are {string.Join(", ", All.Select(NameOf))}.");

    private static GridColumn[]? OrUsual(IEnumerable<GridColumn> columns) =>
        Ordered(columns) is var named && named.SequenceEqual(ViewState.UsualColumns) ? null : named;

    private static GridColumn[] Ordered(IEnumerable<GridColumn> columns) => [.. columns.Append(GridColumn.Act).Distinct().Order()];

    private static string NameOf(GridColumn column) => column.ToString().ToLowerInvariant();
}
