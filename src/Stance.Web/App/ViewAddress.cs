using Stance.Acts;
using Stance.ViewStates;

namespace Stance.Web.App;

/// <summary>The address as the pages see it: the view it asks for, what was wrong with it, and the ways to another one.</summary>
/// <param name="Printed">The view's identity; compare this, never the records.</param>
/// <param name="Today">The day the default period ends on.</param>
/// <param name="ChangeNo">Moves with every change of acts that arrives; the same view and number show the same picture.</param>
public sealed record ViewAddress(
    ViewState View,
    string Printed,
    IReadOnlyList<ViewStateProblem> Problems,
    DateOnly Today,
    Register Register,
    Scope Scope,
    long ChangeNo)
{
    /// <summary>What a read depends on: a new value starts a new read. What explains a change, assumes other lines, moves the map, names a trigger or a number to chart, or picks columns is no part of it.</summary>
    public string Key => $"{ViewStateUrl.Print(View with { Why = null, WhatIf = null, Compare = [], MapDay = null, MapChange = null, Trigger = null, Measure = null, Columns = null })}#{ChangeNo}";

    /// <summary>What the explanation of a change depends on.</summary>
    public string WhyKey => $"{View.Why} {Key}";

    /// <summary>What the line assumed depends on.</summary>
    public string WhatIfKey => $"{View.WhatIf} {Key}";

    /// <summary>What the order of shifts depends on.</summary>
    public string TriggerKey => $"{View.Trigger} {Key}";

    /// <summary>What the numbers of acts depend on.</summary>
    public string MeasureKey => $"{View.Measure} {Key}";

    /// <summary>What scenarios side by side depend on; the half-life is each scenario's own.</summary>
    public string CompareKey => $"{string.Join(',', View.Compare)} {Key}";

    public Period Period => View.PeriodOn(Today);

    /// <summary>Asks for another view on this page; the address changes, and everything follows from it.</summary>
    public required Action<ViewState> Show { get; init; }

    /// <summary>Opens another page, given as a path from the root.</summary>
    public required Action<string> Open { get; init; }

    /// <summary>The path of a page with this view in its address.</summary>
    public string PathOf(string page, ViewState? view = null)
    {
        var printed = view is null ? Printed : ViewStateUrl.Print(view);
        return printed.Length == 0 ? page : $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{printed}";
    }
}
