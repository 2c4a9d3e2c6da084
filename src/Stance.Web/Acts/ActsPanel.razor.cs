using Microsoft.AspNetCore.Components;
using Stance.Alignment;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Search;
using Stance.ViewStates;
using Stance.Web.App;
using Stance.Wording;

namespace Stance.Web.Acts;

/// <summary>The acts in view, a page at a time; sorted and narrowed by the address.</summary>
public sealed partial class ActsPanel : ComponentBase
{
    private const int PageSize = DescribedActsReader.Most;

    private readonly Stack<string> _before = [];
    private string? _printed;

    [Inject] private ActReader Acts { get; set; } = default!;

    [Inject] private AlignmentReader Alignment { get; set; } = default!;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    /// <summary>Also acts that are silent on the axis; else only those that score.</summary>
    [Parameter] public bool ShowsSilent { get; set; }

    /// <summary>Without a period the list is of all time, not of the last twelve months.</summary>
    [Parameter] public bool IsTimeless { get; set; }

    /// <summary>Where the page reads the first acts already, that read; it serves as long as no words narrow the list.</summary>
    [Parameter] public Func<CancellationToken, Task<AnalystReport>>? First { get; set; }

    private string? Cursor => _before.TryPeek(out var cursor) ? cursor : null;

    private SearchText Search => SearchText.Parse(Address.View.Text, Address.Register.Codebook);

    private bool IsMisunderstood => Search.Problems.Count > 0;

    private bool IsOneCountry => Address.View.Countries.Count == 1 && Address.View.Blocs.Count == 0;

    private bool HasLines => Address.View.Countries.Count + Address.View.Blocs.Count > 0;

    private bool IsByDate => Address.View.Order is ActOrder.DateDescending or ActOrder.DateAscending;

    private string NothingWords => IsMisunderstood ? "No act is listed, because the search is not understood." : Address.View.Text is { } text ? $"No act in view is found by “{text}”." : "No act is on file for this view.";

    protected override void OnParametersSet()
    {
        if (_printed == Address.Printed)
            return;
        _printed = Address.Printed;
        _before.Clear();
    }

    private async Task<ActsReport> ReadAsync(CancellationToken cancel)
    {
        if (First is not null && Cursor is null && Address.View.Text is null && await First(cancel) is { Acts: { } first } page)
            return new ActsReport(first, page.Alignment);
        var period = IsTimeless ? Address.View.Period : Address.Period;
        var view = Address.View with { Period = period };
        var lines = HasLines && period is not null ? Alignment.Read(Address.View, Address.Scope) : null;
        return Search is { Terms.Count: > 0 } search
            ? ActsReport.OfWords(await Acts.ListWithSourcesAsync(view, Address.Scope, PageSize, Cursor, cancel, onlySpeaking: !ShowsSilent), search, lines)
            : new ActsReport(await Acts.ListAsync(view, Address.Scope, PageSize, Cursor, cancel, onlySpeaking: !ShowsSilent), lines);
    }

    private string Title(ActsReport report)
    {
        var listed = report.Acts.Acts.Count;
        var isAll = _before.Count == 0 && report.Acts.Next is null;
        var order = Address.View.Order switch
        {
            ActOrder.DateAscending => "oldest first",
            ActOrder.ScoreDescending => "highest score first",
            ActOrder.ScoreAscending => "lowest score first",
            _ => "newest first",
        };
        return isAll ? $"{NumberWords.Capital(NumberWords.InWords(listed))} {(listed == 1 ? "act" : "acts")}, {order}" : $"Acts in view, {order}";
    }

    private static string? Subtitle(ActsReport report)
    {
        if (report.Alignment is not { Countries: [var only] } alignment)
            return report.Alignment is null ? null : "Contribution: how far an act pulls its country’s index from the starting value";
        var day = DateWords.LongDay(alignment.Period.To);
        return $"Contribution on {day}, measured from the starting value {NumberWords.Score(only.Prior)}; together with it, all contributions make {NumberWords.Index(only.Line.Last.Index)}";
    }

    private void Sort(ActOrder first, ActOrder second) =>
        Address.Show(Address.View with { Order = Address.View.Order == first ? second : first });

    private string? Arrow(ActOrder down, ActOrder up) => Address.View.Order == down ? "↓" : Address.View.Order == up ? "↑" : null;

    private static string Pressed(bool isPressed) => isPressed ? "true" : "false";
}
