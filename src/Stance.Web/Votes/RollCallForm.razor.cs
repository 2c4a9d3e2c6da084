using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Votes;
using Stance.Votes;
using Stance.Web.Events;
using Stance.Web.People;

namespace Stance.Web.Votes;

/// <summary>Enters a roll call, or corrects one on file. Saving goes through the same rules and the same writer as the API.</summary>
public sealed partial class RollCallForm : ComponentBase, IAsyncDisposable
{
    private static readonly (string Path, string Label)[] FieldsInOrder =
    [
        ("text", "The record, pasted"), ("votes", "Votes"), ("body", "Body"), ("date", "Date"), ("symbol", "Symbol"), ("session", "Session"),
        ("meeting", "Meeting"), ("title", "Title"), ("url", "Address of the record"), ("yes", "Yes"), ("no", "No"), ("abstain", "Abstained"),
        ("absent", "Absent"), ("reason", "What you change"),
    ];

    private RollCallEntry _entry = default!;
    private ElementReference _root;
    private FormScript _script = default!;
    private FormNotice? _notice;
    private StoredRollCall? _newer;
    private bool _isReady;
    private bool _isSaving;
    private bool _showsErrors;
    private string _key = NewKey();

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private RollCallWriter Writer { get; set; } = default!;

    [Inject] private RollCallReader Reader { get; set; } = default!;

    [Inject] private ActFeed Feed { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    /// <summary>The roll call to correct; null enters a new one.</summary>
    [Parameter] public StoredRollCall? Stored { get; set; }

    /// <summary>The address of the page, for links to fields.</summary>
    [Parameter, EditorRequired] public required string Path { get; set; }

    private RollCallFormState State => _entry.State;

    private bool IsFixed => _entry.Stored is not null;

    protected override void OnInitialized()
    {
        _script = new FormScript(Js);
        _entry = new RollCallEntry(Feed.Register, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), Stored);
        _entry.Changed += OnChanged;
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => _script.DrawnAsync(_root, firstRender);

    private async Task SaveAsync()
    {
        if (_isSaving || FormNotice.SaysIsSaved(_notice, _entry))
            return;
        (_notice, _showsErrors) = (null, true);
        _entry.Ask();
        if (_entry.Breaches.Count > 0)
        {
            _script.FocusNext = "to-fix";
            return;
        }
        _isSaving = true;
        try
        {
            await Task.Yield();
            var by = (await SignedIn).User.ActorOf();
            var (outcome, fault) = await FormNotice.TryAsync(() => _entry.Stored is { } stored
                ? Writer.CorrectAsync(new CorrectRollCall(stored.Id, stored.Version, State.ToCorrection(stored.RollCall)), by, _key, CancellationToken.None)
                : Writer.EnterAsync(new EnterRollCall(State.ToDraft()), by, _key, CancellationToken.None));
            if (fault is not null)
                Say(fault);
            else
                await EndAsync(outcome!);
        }
        finally
        {
            _isSaving = false;
        }
    }

    private async Task EndAsync(WriteOutcome outcome)
    {
        switch (outcome)
        {
            case RollCallWritten written:
                await Feed.RefreshAsync(CancellationToken.None);
                (_showsErrors, _newer, _key) = (false, null, NewKey());
                await SavedAsync(written);
                break;
            case Refused refused:
                _entry.Refuse(refused.Breaches);
                _script.FocusNext = "to-fix";
                break;
            case RollCallConflict conflict:
                (_newer, _showsErrors, _script.FocusNext) = (conflict.Current, false, "conflict");
                break;
            case KeyReused:
                _key = NewKey();
                Say(new("err", "Not saved.", "An earlier try of this form did arrive, with other words. Look for it under Votes and correct it there.", "/votes", "See the votes"));
                break;
            default:
                Say(new("err", "Not saved.", "This roll call is no longer on file."));
                break;
        }
    }

    private async Task SavedAsync(RollCallWritten written)
    {
        var symbol = State.Symbol;
        if (_entry.Stored is null)
        {
            var votes = _entry.Counted.All;
            _entry.Replace(null);
            Say(new("ok", "Entered.", $"{symbol} is on file with {votes} votes. They are acts once the text is scored.", $"/votes/{written.Id}/score", "Score it"));
            return;
        }
        var scope = (await SignedIn).User.ScopeOf();
        var detail = (await Reader.FindAsync(written.Id, scope, ViewStates.AsOf.Now, CancellationToken.None))!;
        _entry.Replace(new StoredRollCall(detail.Id, detail.Version, detail.RollCall));
        Say(new("ok", "Corrected.", $"Version {written.Version} of {symbol} is known from now on; the one before stays readable.", $"/votes/{written.Id}", "See the roll call"));
    }

    private List<string> TheirVotes(StoredRollCall newer)
    {
        var before = _entry.Stored!.RollCall.Votes.ToDictionary(v => v.Country, v => v.Choice);
        return [.. newer.RollCall.Votes.Where(v => before.GetValueOrDefault(v.Country) != v.Choice)
            .Select(v => $"{Feed.Register.NameOf(v.Country)}: now {v.Choice.Words()}{(_entry.Was(v.Country) is null ? null : ", which you changed too")}")];
    }

    private void Rebase()
    {
        _entry.Rebase(_newer!);
        (_newer, _key) = (null, NewKey());
    }

    private void TakeTheirs()
    {
        _entry.Replace(_newer!);
        (_newer, _key) = (null, NewKey());
    }

    private void FocusAsync(string id) => _script.FocusNext = id.StartsWith("f-votes", StringComparison.Ordinal) ? "votes-go" : id;

    private void Say(FormNotice notice) => (_notice, _script.FocusNext) = (notice, "saved");

    private void OnChanged()
    {
        if (_notice is { Tone: "ok" } && !_entry.IsClean)
            _notice = null;
        _ = InvokeAsync(StateHasChanged);
    }

    private static string NewKey() => Guid.NewGuid().ToString();

    public ValueTask DisposeAsync()
    {
        _entry.Changed -= OnChanged;
        return _script.DisposeAsync();
    }
}
