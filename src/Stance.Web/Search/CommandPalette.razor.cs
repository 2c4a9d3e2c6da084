using System.Data.Common;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Search;
using Stance.ViewStates;
using Stance.Web.App;
using Stance.Wording;

namespace Stance.Web.Search;

/// <summary>Finds a page, a layout of the view, a country, a kept view or an act from what is typed, within what the reader may see.</summary>
public sealed partial class CommandPalette : ComponentBase, IDisposable
{
    private const int MostCountries = 6;
    private const int MostActs = 8;

    /// <summary>Shorter words are in almost every act.</summary>
    private const int ShortestWords = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(180);

    private string _typed = "";

    /// <summary>The letters of the box that the whole list answers; the script lets a key wait for the latest.</summary>
    private string _answered = "";
    private IReadOnlyList<PaletteItem> _acts = [];
    private IReadOnlyList<PaletteItem> _views = [];
    private IReadOnlyList<WordCorrection> _corrections = [];
    private CountrySearch? _search;
    private Register? _searched;
    private ClaimsPrincipal _user = new();
    private CancellationTokenSource? _reading;
    private bool _isFailed;

    private sealed record PaletteItem(string Words, string? Note, string Path);

    private sealed record PaletteGroup(string Name, IReadOnlyList<PaletteItem> Items);

    [Inject] private ActReader Acts { get; set; } = default!;

    [Inject] private PaletteViews Views { get; set; } = default!;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignIn { get; set; } = default!;

    private string Said => _typed.Length == 0 ? "" : _isFailed ? "The acts cannot be searched at this moment." : Groups.Sum(g => g.Items.Count) switch
    {
        _ when Problems.Count > 0 => string.Join(" ", Problems),
        0 => "Nothing goes by these words.",
        var count => NumberWords.Count(count, "match", "matches") + string.Concat(_corrections.Select(c => $". “{c.Typed}” was read as “{c.Written[0]}”")),
    };

    private IReadOnlyList<string> Problems => SearchText.Parse(_typed, Address.Register.Codebook).Problems;

    private IEnumerable<PaletteGroup> Groups =>
    [
        new("Pages", [.. Palette.Pages.Where(p => p.IsOpenTo(_user) && p.Matches(_typed)).Select(p => new PaletteItem(p.Words, null, p.KeepsView ? Address.PathOf(p.Path, View) : p.Path))]),
        new("This view as", [.. Palette.Layouts.Where(l => l.Matches(_typed)).Select(l => new PaletteItem(l.Words, null, Address.PathOf("/", l.Of(View)) + l.Part))]),
        new("Countries", _typed.Length == 0 ? [] : [.. Search.Find(_typed, MostCountries).Where(c => Address.Scope.Allows(c.Code)).Select(c => new PaletteItem(c.Name, c.Code.Value, Address.PathOf($"/countries/{c.Code}", View)))]),
        new("Views", _views),
        new("Acts", _acts),
    ];

    private ViewState View => Address.View with { Text = null, Why = null, Order = ActOrder.DateDescending };

    private CountrySearch Search
    {
        get
        {
            if (_search is null || !ReferenceEquals(_searched, Address.Register))
                (_search, _searched) = (new CountrySearch(Address.Register.Countries.Values), Address.Register);
            return _search;
        }
    }

    protected override async Task OnParametersSetAsync() => _user = (await SignIn).User;

    public void Dispose() => Stop();

    private async Task TypeAsync(ChangeEventArgs typed)
    {
        var letters = typed.Value as string ?? "";
        _typed = letters.Trim();
        Stop();
        if (_typed.Length < ShortestWords)
        {
            (_acts, _views, _corrections, _answered) = ([], [], [], letters);
            return;
        }
        _reading = new CancellationTokenSource();
        // Taken now: the next letter disposes the source, and a source that is gone gives no token.
        var cancel = _reading.Token;
        try
        {
            await Task.Delay(Pause, cancel);
            var found = await Acts.ListAsync(Wanted(_typed), Address.Scope, MostActs, null, cancel);
            var views = await Views.FindAsync(_typed, _user, Address.Scope, Address.Register, cancel);
            (_acts, _corrections, _isFailed) = ([.. found.Acts.Select(Item)], found.Corrections, false);
            (_views, _answered) = ([.. views.Select(v => new PaletteItem(v.Words, v.Note, v.Path))], letters);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Something else was typed since.
        }
        catch (DbException)
        {
            (_acts, _views, _corrections, _isFailed, _answered) = ([], [], [], true, letters);
        }
    }

    /// <summary>Acts of every country and time, as known on the day the reader looks at.</summary>
    private ViewState Wanted(string words) => new() { Axis = Address.View.Axis, AsOf = Address.View.AsOf, Text = words };

    private PaletteItem Item(ActItem act) => new(
        act.Title, $"{Address.Register.NameOf(act.Country)}, {DateWords.When(act.From, act.To, act.Precision)}", Address.PathOf($"/acts/{act.Id}", View));

    private void Stop()
    {
        _reading?.Cancel();
        _reading?.Dispose();
        _reading = null;
    }
}
