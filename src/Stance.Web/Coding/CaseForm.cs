using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Stance.Data.Acts;
using Stance.Data.Coding;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Events;
using Stance.Web.Events;
using Stance.Web.People;
using Stance.Wording;

namespace Stance.Web.Coding;

/// <summary>What the two forms of a case share: an entry on the passage of the case, saved by a command of the coding writer.</summary>
public abstract class CaseForm : ComponentBase, IAsyncDisposable
{
    private IJSObjectReference? script;
    private string? focusNext;
    private string key = NewKey();

    [Inject] protected CodingWriter Writer { get; set; } = default!;

    [Inject] protected ActFeed Feed { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Parameter] public Guid Id { get; set; }

    [Parameter, EditorRequired] public required Stance.Acts.Scope Scope { get; set; }

    protected ActEntry Entry { get; private set; } = default!;

    protected FormNotice? Notice { get; private set; }

    protected CaseWritten? Written { get; private set; }

    protected bool IsSaving { get; private set; }

    /// <summary>What was kept of an earlier sitting stands in the form.</summary>
    protected bool IsReady { get; set; }

    protected bool ShowsErrors { get; private set; }

    protected ElementReference Root { get; set; }

    /// <summary>What stands in the form at first.</summary>
    protected abstract StanceEventDraft Opening { get; }

    /// <summary>Kinds an answer may name though they are withdrawn since. A second coder is told none: it would give the first away.</summary>
    protected virtual IReadOnlyCollection<string> Kinds => [];

    protected override void OnInitialized()
    {
        Entry = new ActEntry(Feed.Register, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), ActFormState.Of(Opening, Feed.Register.Codebook), null, Kinds);
        Entry.Changed += StateHasChanged;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await Js.InvokeAsync<IJSObjectReference>("import", "./js/entry.js");
            await script.InvokeVoidAsync("saveOnCtrlEnter", Root);
        }
        if (focusNext is { } id && script is not null)
        {
            focusNext = null;
            await script.InvokeVoidAsync("focus", id);
        }
    }

    protected Task FocusAsync(string id) => script!.InvokeVoidAsync("focus", id).AsTask();

    /// <summary>Whether the form can be sent; else it says what is to be fixed.</summary>
    protected bool IsComplete()
    {
        // A press that was on its way when the answer left.
        if (Written is not null)
            return false;
        (Notice, ShowsErrors) = (null, true);
        Entry.Ask();
        if (Entry.Breaches.Count == 0)
            return true;
        focusNext = "to-fix";
        return false;
    }

    protected StanceEventDraft Draft => Entry.State.ToDraft(Feed.Register.Codebook);

    protected async Task SendAsync(Func<Actor, string, Task<WriteOutcome>> send)
    {
        if (IsSaving || Written is not null)
            return;
        IsSaving = true;
        try
        {
            await Task.Yield();
            var by = (await SignedIn).User.ActorOf();
            var (outcome, fault) = await FormNotice.TryAsync(() => send(by, key));
            await EndAsync(outcome, fault);
        }
        finally
        {
            IsSaving = false;
        }
    }

    private async Task EndAsync(WriteOutcome? outcome, FormNotice? fault)
    {
        switch (outcome)
        {
            case CaseWritten written:
                await Feed.RefreshAsync(CancellationToken.None);
                // While its parts still stand: the draft is dropped by them.
                Entry.Replace(new ActFormState());
                (Written, ShowsErrors, Notice) = (written, false, Said(written));
                break;
            case Refused { Breaches: [{ Field: "" or "reason" or "note", Message: var message }] }:
                (Notice, key) = (new("err", "Not saved.", message), NewKey());
                break;
            case Refused refused:
                (ShowsErrors, key, focusNext) = (true, NewKey(), "to-fix");
                Entry.Refuse(refused.Breaches);
                return;
            default:
                Notice = fault ?? new("err", "Not saved.", "This case is no longer on file, or an earlier try arrived with other words.", "/desk", "See what waits");
                break;
        }
        focusNext = "saved";
    }

    private static FormNotice Said(CaseWritten written) => written.State switch
    {
        CaseState.Published when written.Together is { } together => new(
            "ok", $"Published for {NumberWords.Count(together.Acts.Count, "state")}.", "Each state’s act counts in every open chart.", $"/acts/together/{together.Id}", "See them together"),
        CaseState.Published => new("ok", "Published.", "The passage is an act now and counts in every open chart.", $"/acts/{written.Act}"),
        CaseState.NoAct => new("ok", "Ruled.", "The passage holds no act; nothing counts.", "/desk", "See what waits"),
        _ => new("ok", "Handed in.", "The two answers differ; a ruling decides what stands.", $"/desk/rulings/{written.Id}", "Look at both"),
    };

    private static string NewKey() => Guid.CreateVersion7().ToString("N");

    public async ValueTask DisposeAsync()
    {
        Entry.Changed -= StateHasChanged;
        GC.SuppressFinalize(this);
        try
        {
            if (script is not null)
                await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
    }
}
