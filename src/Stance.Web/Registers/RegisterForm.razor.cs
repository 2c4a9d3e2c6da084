using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Events;
using Stance.Web.Events;
using Stance.Web.People;

namespace Stance.Web.Registers;

/// <summary>Sends one change of a register: once per key, with what is refused said at its field.</summary>
public sealed partial class RegisterForm : ComponentBase, IAsyncDisposable
{
    private ElementReference _root;
    private IJSObjectReference? _script;
    private IReadOnlyList<RuleBreach> _breaches = [];
    private string? _focusNext;
    private bool _isSaving;
    private bool _isGone;
    private string _key = NewKey();

    [Inject] private ActFeed Feed { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Parameter, EditorRequired] public required string Title { get; set; }

    [Parameter] public string? Subtitle { get; set; }

    /// <summary>Fields in their order, each by its path.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<(string Path, string Label)> Fields { get; set; }

    /// <summary>The address of the page, for links to fields.</summary>
    [Parameter, EditorRequired] public required string Path { get; set; }

    [Parameter, EditorRequired] public required string Verb { get; set; }

    /// <summary>False while what was kept of the form is looked up.</summary>
    [Parameter] public bool IsReady { get; set; } = true;

    [Parameter] public bool IsDanger { get; set; }

    /// <summary>A page has one button in ink; a further form's is plain.</summary>
    [Parameter] public bool IsFurther { get; set; }

    /// <summary>The control that has the focus when the form opens; null leaves it where it is.</summary>
    [Parameter] public string? FocusFirst { get; set; }

    [Parameter, EditorRequired] public required Func<Actor, string, Task<WriteOutcome>> Send { get; set; }

    /// <summary>What to say once it is written.</summary>
    [Parameter, EditorRequired] public required string Said { get; set; }

    [Parameter] public EventCallback<FormNotice> OnSaid { get; set; }

    [Parameter] public EventCallback OnLeave { get; set; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _focusNext = FocusFirst;
            _script = await Js.InvokeAsync<IJSObjectReference>("import", "./js/entry.js");
            // A list read anew may have taken the form with it meanwhile.
            if (_isGone)
            {
                await _script.DisposeAsync();
                return;
            }
            await _script.InvokeVoidAsync("saveOnCtrlEnter", _root);
        }
        if (_focusNext is { } id && _script is not null && !_isGone)
        {
            _focusNext = null;
            await _script.InvokeVoidAsync("focus", id);
        }
    }

    private async Task SaveAsync()
    {
        if (_isSaving)
            return;
        _isSaving = true;
        try
        {
            await Task.Yield();
            var by = (await SignedIn).User.ActorOf();
            var (outcome, fault) = await FormNotice.TryAsync(() => Send(by, _key));
            await EndAsync(outcome, fault);
        }
        finally
        {
            _isSaving = false;
        }
    }

    private async Task EndAsync(WriteOutcome? outcome, FormNotice? fault)
    {
        if (fault is null)
            _key = NewKey();
        _breaches = [];
        switch (outcome)
        {
            case Written:
                await Feed.RefreshAsync(CancellationToken.None);
                await OnSaid.InvokeAsync(new("ok", "Saved.", Said));
                break;
            case Refused { Breaches: [{ Field: "", Message: var message }, ..] }:
                await OnSaid.InvokeAsync(new("err", "Not saved.", message));
                break;
            case Refused refused:
                (_breaches, _focusNext) = (refused.Breaches, "to-fix");
                break;
            default:
                await OnSaid.InvokeAsync(fault ?? new("err", "Not saved.", "It is no longer on file, or an earlier try arrived with other words. Load the page again."));
                break;
        }
    }

    /// <summary>Of two forms on a page, each has a reason of its own.</summary>
    public static WriteOutcome Renamed(WriteOutcome outcome, string reason) => outcome is Refused { Breaches: var breaches }
        ? new Refused([.. breaches.Select(b => b.Field == "reason" ? b with { Field = reason } : b)])
        : outcome;

    private static string NewKey() => Guid.CreateVersion7().ToString("N");

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _isGone = true;
        try
        {
            if (_script is not null)
                await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
    }
}
