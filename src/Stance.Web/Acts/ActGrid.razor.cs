using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Stance.Acts;
using Stance.Data.Alignment;
using Stance.ViewStates;
using Stance.Web.App;

namespace Stance.Web.Acts;

/// <summary>The rows of the table of acts, of which the browser holds only those around what is seen.</summary>
public sealed partial class ActGrid : ComponentBase
{
    private sealed record Fault(string Sentence, string Reference);

    private Virtualize<ActTableRow>? _rows;
    private ActTableOrder _order = new([], 0);
    private ActRows? _table;
    private string? _sorted;
    private bool _isStale;
    private bool _isRead;
    private Fault? _fault;

    [Inject] private ActTableReader Reader { get; set; } = default!;

    [Inject] private ILogger<ActGrid> Log { get; set; } = default!;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    [Parameter, EditorRequired] public required ActRows Table { get; set; }

    /// <summary>The view the table answers: under a new one it starts at its top, with newer acts in the same one it stays where it is.</summary>
    [Parameter, EditorRequired] public required string TableKey { get; set; }

    private IReadOnlyList<GridColumn> Columns => GridColumns.Shown(Address.View);

    private string Least => string.Create(CultureInfo.InvariantCulture, $"{Columns.Sum(ColumnWords.Width)}em");

    protected override void OnParametersSet()
    {
        var sorted = $"{Address.View.Order} {TableKey}";
        if (ReferenceEquals(_table, Table) && _sorted == sorted)
            return;
        _isStale = _sorted == sorted;
        _isRead &= _isStale;
        (_table, _sorted, _order) = (Table, sorted, Table.In(Address.View.Order, ActTableReader.Most));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isStale)
            return;
        _isStale = false;
        await RefreshAsync();
    }

    private async ValueTask<ItemsProviderResult<ActTableRow>> ReadAsync(ItemsProviderRequest asked)
    {
        try
        {
            var rows = await Reader.WindowAsync(_order, asked.StartIndex, asked.Count, Address.Scope, Address.View.AsOf, asked.CancellationToken);
            Show(null);
            return new(rows, _order.Acts.Count);
        }
        catch (Exception) when (asked.CancellationToken.IsCancellationRequested)
        {
            // Virtualize forgives a cancelled read only by its own token; the driver throws with one of its own.
            throw new OperationCanceledException(asked.CancellationToken);
        }
        catch (Exception fault) when (fault is DbException or TimeoutException)
        {
            var reference = FaultReference.New();
            Log.LogError(fault, "Rows of the table of acts failed, reference {Reference}", reference);
            Show(new Fault("The database did not answer.", reference));
            return new([], _order.Acts.Count);
        }
    }

    private void Show(Fault? fault)
    {
        if (_isRead && _fault == fault)
            return;
        (_isRead, _fault) = (true, fault);
        StateHasChanged();
    }

    private async Task RefreshAsync()
    {
        if (_rows is not null)
            await _rows.RefreshDataAsync();
    }

    private void Sort(ActOrder first, ActOrder second) =>
        Address.Show(Address.View with { Order = Address.View.Order == first ? second : first });

    private bool IsSortedBy(GridColumn column) =>
        ColumnWords.Orders(column) is { } orders && (Address.View.Order == orders.First || Address.View.Order == orders.Second);

    private string? Sorted(GridColumn column) =>
        !IsSortedBy(column) ? null : ColumnWords.IsAscending(Address.View.Order) ? "ascending" : "descending";

    private string? Arrow(GridColumn column) =>
        !IsSortedBy(column) ? null : ColumnWords.IsAscending(Address.View.Order) ? "↑" : "↓";

    internal static string Css(GridColumn column) =>
        $"c-{column.ToString().ToLowerInvariant()}{(ColumnWords.IsNumber(column) ? " number" : null)}";
}
