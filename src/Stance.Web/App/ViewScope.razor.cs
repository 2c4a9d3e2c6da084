using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.ViewStates;
using Stance.ViewStates;
using Stance.Web.People;

namespace Stance.Web.App;

/// <summary>Reads the view out of the address at every navigation and hands it to the pages; tells them when acts change.</summary>
public sealed partial class ViewScope : ComponentBase, IDisposable
{
    /// <summary>Changes that follow each other closely, as in an import, are shown together.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    private ViewAddress? _address;
    private Scope _scope = Scope.Nothing;
    private string _path = "";
    private string? _seen;
    private IDisposable? _changes;
    private int _isGathering;

    [Inject] private NavigationManager Nav { get; set; } = default!;

    [Inject] private ActFeed Feed { get; set; } = default!;

    [Inject] private OpeningViewReader OpeningView { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState>? SignIn { get; set; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    /// <summary>What stays, opened and typed in as it is, from page to page.</summary>
    [Parameter] public RenderFragment? Beside { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var uri = new Uri(Nav.Uri);
        _scope = SignIn is not null && (await SignIn).User is { Identity.IsAuthenticated: true } user ? user.ScopeOf() : Scope.Nothing;
        var opening = uri is { AbsolutePath: "/", Query: "" } ? await OpeningAsync() : null;
        if (uri != new Uri(Nav.Uri))
            return;
        if (string.IsNullOrEmpty(opening))
            Read(uri);
        else
            Nav.NavigateTo("/?" + opening, replace: true);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && RendererInfo.IsInteractive)
            _changes = Feed.Subscribe(OnChange);
    }

    public void Dispose() => _changes?.Dispose();

    /// <summary>Without a database the default state opens; the panels then say what is amiss.</summary>
    private async Task<string?> OpeningAsync()
    {
        try
        {
            return await OpeningView.ReadAsync(CancellationToken.None);
        }
        catch (DbException)
        {
            return null;
        }
    }

    private void Read(Uri uri)
    {
        if (_seen == uri.PathAndQuery && _address?.ChangeNo == Feed.Columns.ChangeNo)
            return;
        _seen = uri.PathAndQuery;
        _path = uri.AbsolutePath;
        var now = Time.GetUtcNow();
        var (asked, problems) = ViewStateUrl.Parse(ViewStateUrl.Pairs(uri.Query), now);
        var snapshot = Feed.Snapshot;
        var view = snapshot.Register.Known(asked);
        _address = new ViewAddress(
            view, ViewStateUrl.Print(view), [.. problems, .. snapshot.Register.Unknown(asked)], DateOnly.FromDateTime(now.UtcDateTime),
            snapshot.Register, _scope, snapshot.Columns.ChangeNo)
        {
            Show = Show,
            Open = path => Nav.NavigateTo(path),
        };
    }

    /// <summary>The default state prints as nothing, and the bare root opens the opening view: there its axis stands for it.</summary>
    private void Show(ViewState next)
    {
        var printed = ViewStateUrl.Print(next);
        if (printed.Length == 0 && _path == "/")
            printed = "axis=" + ViewState.DefaultAxis;
        if (_address?.Printed != printed || _address.Problems.Count > 0)
            Nav.NavigateTo(printed.Length == 0 ? _path : $"{_path}?{printed}");
    }

    private void OnChange(ActChange change) => _ = CatchUpAsync();

    private async Task CatchUpAsync()
    {
        if (Interlocked.Exchange(ref _isGathering, 1) == 1)
            return;
        await Task.Delay(Gather, Time);
        _isGathering = 0;
        await InvokeAsync(() =>
        {
            Read(new Uri(Nav.Uri));
            StateHasChanged();
        });
    }
}
