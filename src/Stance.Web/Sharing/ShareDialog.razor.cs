using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using Stance.Acts;
using Stance.Data.People;
using Stance.Data.Sharing;
using Stance.Sharing;
using Stance.ViewStates;
using Stance.Web.People;

namespace Stance.Web.Sharing;

/// <summary>Shares a view once, however often the button is pressed: its id and secret are made when the dialog opens.</summary>
public sealed partial class ShareDialog : ComponentBase
{
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly string _secret = ShareSecret.New();
    private ElementReference _box;
    private string _label = "";
    private string _ends = "never";
    private string _day = "";
    private bool _freeze;
    private bool _showsWorld;
    private bool _isBusy;
    private bool _isLinkNew;
    private string? _link;
    private string? _copied;
    private string? _refusal;
    private IReadOnlyList<ViewStateProblem> _problems = [];

    [Inject] private ShareWriter Writer { get; set; } = default!;

    [Inject] private IJSRuntime Script { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [CascadingParameter] private IMudDialogInstance Dialog { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Parameter, EditorRequired] public required ViewState View { get; set; }

    [Parameter, EditorRequired] public required Register Register { get; set; }

    /// <summary>Where the app is reached, for the link.</summary>
    [Parameter, EditorRequired] public required Uri Site { get; set; }

    private bool IsFrozen => View.AsOf.Instant is not null;

    protected override void OnInitialized()
    {
        var label = $"{(View.Countries.Count + View.Blocs.Count == 0 ? "All countries" : ViewWords.Countries(View, Register))}, {ViewWords.Period(View)}";
        _label = label.Length <= ShareDraft.LongestLabel ? label : label[..ShareDraft.LongestLabel];
    }

    /// <summary>The button that made the link is gone; without a new place the focus would fall out of the dialog, and Escape would not close it.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isLinkNew)
            return;
        _isLinkNew = false;
        await _box.FocusAsync();
    }

    private async Task ShareAsync()
    {
        var now = Time.GetUtcNow();
        var (expires, problem) = Expiry(now);
        var draft = new ShareDraft(_id, _label, View, expires, _freeze) { ShowsWorld = _showsWorld };
        _problems = [.. draft.Problems(Register, now), .. problem];
        if (_problems.Count > 0 || _isBusy)
            return;
        _isBusy = true;
        try
        {
            await Writer.CreateAsync((await SignedIn).User.ActorOf(), draft, _secret, CancellationToken.None);
            _link = new Uri(Site, ShareSecretPath.Of(_secret)).ToString();
            (_isLinkNew, _refusal) = (true, null);
        }
        catch (Exception refusal) when (refusal is NotAllowedException or ShareRuleException)
        {
            _refusal = refusal.Message;
        }
        catch (DbException)
        {
            _refusal = "The database did not answer. Try again: the link is made once only.";
        }
        finally
        {
            _isBusy = false;
        }
    }

    /// <summary>Up to a day means: to the end of that day, UTC.</summary>
    private (DateTimeOffset? Expires, ViewStateProblem[] Problem) Expiry(DateTimeOffset now)
    {
        if (int.TryParse(_ends, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return (now.AddDays(days), []);
        if (_ends != "day")
            return (null, []);
        return DateInput.Last(_day) is { } day
            ? (new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), [])
            : (null, [new ViewStateProblem("expires", "Write a day: 31 Dec 2027.")]);
    }

    private async Task CopyAsync()
    {
        try
        {
            await Script.InvokeVoidAsync("navigator.clipboard.writeText", _link);
            _copied = "Copied.";
        }
        catch (JSException)
        {
            // Browsers give pages the clipboard on https and on this machine only.
            _copied = "The browser does not let this page copy. Select the link and copy it.";
            await _box.FocusAsync();
        }
    }

    private void Close() => Dialog.Close();

    private string? Problem(string key) => _problems.FirstOrDefault(p => key == "blocs" ? p.Key is not ("label" or "expires") : p.Key == key)?.Message;

    private string Invalid(string key) => Problem(key) is null ? "false" : "true";
}
