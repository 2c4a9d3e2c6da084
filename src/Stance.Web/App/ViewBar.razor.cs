using Microsoft.AspNetCore.Components;
using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Data.Alignment;
using Stance.ViewStates;
using Stance.Wording;

namespace Stance.Web.App;

/// <summary>Shows the view and asks for the next one. It keeps nothing of its own but what is open.</summary>
public sealed partial class ViewBar : ComponentBase
{
    private ElementReference _all;
    private bool _isSheetOpen;

    [Inject] private AlignmentReader Alignment { get; set; } = default!;

    [Inject] private SiteAddress Site { get; set; } = default!;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    /// <summary>The page is a list: of all countries and all time unless the view names some, silent acts among them.</summary>
    [Parameter] public bool ListsActs { get; set; }

    /// <summary>The page's own country, where it is not for the bar to change.</summary>
    [Parameter] public string? FixedCountry { get; set; }

    /// <summary>The file of a page about more than its view says; what its view says alone cannot be shared as this page.</summary>
    [Parameter] public string? File { get; set; }

    /// <summary>Further buttons beside Download, such as Share.</summary>
    [Parameter] public RenderFragment? Actions { get; set; }

    private string PeriodWords => ListsActs && View.Period is null ? "any time" : ViewWords.Period(View);

    private string CountryWords =>
        ListsActs && View.Countries.Count + View.Blocs.Count == 0 ? "all countries" : ViewWords.Countries(View, Register);

    private ViewState View => Address.View;

    private Register Register => Address.Register;

    private string PrintedSentence => ListsActs
        ? $"Acts of {CountryWords}, {PeriodWords}, as known {ViewWords.AsOf(View)}{string.Concat(ViewWords.Phrases(View, Register).Select(p => ", " + p.Text))}"
        : ViewWords.Sentence(View, Register);

    private Axis Axis => Register.Axes[View.Axis];

    private DateOnly Earliest => Alignment.EarliestDay(View, Address.Scope) ?? Address.Today;

    private IReadOnlyList<CountryCode> Suggested =>
        [.. Alignment.ReadMap(View, Address.Scope).Countries.OrderByDescending(c => c.Acts).ThenBy(c => c.Country).Take(8).Select(c => c.Country)];

    private string CountWords
    {
        get
        {
            var count = Count(View);
            return $"{NumberWords.Count(count, "act")} {(count == 1 ? "matches" : "match")}";
        }
    }

    private int Count(ViewState view) => Alignment.Count(view, Address.Scope);

    private void Show(ViewState next) => Address.Show(next);

    private async Task ShowAndAsync(ViewState next, Func<Task> close)
    {
        await close();
        Show(next);
    }

    private void OpenSheet() => _isSheetOpen = true;

    private async Task CloseSheetAsync()
    {
        _isSheetOpen = false;
        await _all.FocusAsync();
    }

    private async Task ChooseAsync(ViewState next)
    {
        await CloseSheetAsync();
        Show(next);
    }
}
