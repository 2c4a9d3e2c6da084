using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Stance.Acts;
using Stance.Coding;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Data.Coding;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Events;
using Stance.Web.People;
using Stance.Wording;

namespace Stance.Web.Events;

/// <summary>Enters a new act, or corrects and retracts one on file. Saving goes through the same rules and the same writer as the API.</summary>
public sealed partial class ActForm : ComponentBase, IAsyncDisposable
{
    private sealed record Conflict(StoredEvent Current, IReadOnlyList<FieldDifference> Differences);

    private ActEntry _entry = default!;
    private StoredEvent? _stored;
    private IReadOnlyList<Source> _sources = [];
    private ElementReference _root;
    private IJSObjectReference? _script;
    private FormNotice? _notice;
    private Conflict? _conflict;
    private string? _focusNext;
    private bool _isReady;
    private bool _isSaving;
    private bool _showsErrors;
    private string _key = NewKey();

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private EventWriter Writer { get; set; } = default!;

    [Inject] private CodingWriter Coding { get; set; } = default!;

    [Inject] private CodingReader Codings { get; set; } = default!;

    [Inject] private EventReader Reader { get; set; } = default!;

    [Inject] private AlignmentReader Alignment { get; set; } = default!;

    [Inject] private ActFeed Feed { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    /// <summary>The act to correct; null enters a new one.</summary>
    [Parameter] public StoredEvent? Stored { get; set; }

    /// <summary>Only the way to take the act back is shown.</summary>
    [Parameter] public bool Retracts { get; set; }

    /// <summary>Whether somebody else could code it a second time.</summary>
    [Parameter] public bool HasSecondCoder { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<Source> Sources { get; set; }

    [Parameter, EditorRequired] public required Scope Scope { get; set; }

    /// <summary>The address of the page, for links to fields.</summary>
    [Parameter, EditorRequired] public required string Path { get; set; }

    /// <summary>What stands in place of the fields for source and passage: an article to select from. It finds the entry among its cascading values.</summary>
    [Parameter] public RenderFragment? Evidence { get; set; }

    /// <summary>What is proposed for the fields, above them.</summary>
    [Parameter] public RenderFragment? Proposals { get; set; }

    /// <summary>What a new act begins with; null = nothing.</summary>
    [Parameter] public ActFormState? Start { get; set; }

    /// <summary>Under which a new act lies among the drafts.</summary>
    [Parameter] public string Subject { get; set; } = "act:new";

    /// <summary>A new act is on file.</summary>
    [Parameter] public EventCallback<ActWritten> OnSaved { get; set; }

    /// <summary>A new act waits for a second coder.</summary>
    [Parameter] public EventCallback OnKeptForSecond { get; set; }

    /// <summary>Under which a correction of this version lies among the drafts.</summary>
    public static string SubjectOf(StoredEvent version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return FormattableString.Invariant($"act:{version.Id}:{version.Version}");
    }

    protected override void OnInitialized()
    {
        (_stored, _sources) = (Stored, Sources);
        _entry = new ActEntry(
            Feed.Register, Today(), Stored is null ? Start ?? new ActFormState() : ActFormState.Of(Stored.Draft, Feed.Register.Codebook), Stored?.Id,
            Stored?.Draft.Type is { } kind ? [kind] : []);
        _entry.Changed += OnEntryChanged;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = await Js.InvokeAsync<IJSObjectReference>("import", "./js/entry.js");
            await _script.InvokeVoidAsync("saveOnCtrlEnter", _root);
        }
        if (_focusNext is { } id && _script is not null)
        {
            _focusNext = null;
            await _script.InvokeVoidAsync("focus", id);
        }
    }

    /// <summary>Several states did it: each gets an act of its own.</summary>
    private bool IsTogether => _stored is null && _entry.State.Also.Count > 0;

    private Task SaveAsync() => SaveAsync(isAsked: false);

    private Task AskForSecondAsync() => SaveAsync(isAsked: true);

    /// <param name="isAsked">Whether it goes to a second coder whatever the lot says.</param>
    private async Task SaveAsync(bool isAsked)
    {
        if (_isSaving || FormNotice.SaysIsSaved(_notice, _entry))
            return;
        (_notice, _showsErrors) = (null, true);
        _entry.Ask();
        if (_entry.Breaches.Count > 0)
        {
            _focusNext = "to-fix";
            return;
        }
        var draft = _entry.State.ToDraft(Feed.Register.Codebook);
        var preview = ActPreview.Of(_entry, Alignment, Scope);
        await WriteAsync(
            async by =>
            {
                if (_stored is { } stored)
                    return await Writer.EditAsync(new EditAct(stored.Id, stored.Version, draft, _entry.State.Why), by, _key, CancellationToken.None);
                var reason = isAsked ? SecondCodingReason.Asked : await Codings.DrawAsync(by, _key, draft.Type!, CancellationToken.None);
                if (reason is { } chosen)
                    return await Coding.OpenAsync(new OpenCase(draft, chosen), by, _key, CancellationToken.None);
                return IsTogether
                    ? await Writer.CreateTogetherAsync(new CreateTogether(draft), by, _key, CancellationToken.None)
                    : await Writer.CreateAsync(new CreateAct(draft), by, _key, CancellationToken.None);
            },
            written => SavedAsync(written, preview));
    }

    private Task RetractAsync(string reason) => WriteAsync(
        by => Writer.RetractAsync(new RetractAct(_stored!.Id, _stored.Version, reason), by, _key, CancellationToken.None),
        async written =>
        {
            _stored = await Reader.FindAsync(written.Id, Scope, CancellationToken.None);
            Say("ok", "Retracted.", $"{_entry.State.Title} counts no longer.", $"/countries/{written.Country}", "See the country");
        });

    /// <summary>Writes with progress on screen, and turns each way it can end into words. What is typed stays until it is stored.</summary>
    private async Task WriteAsync(Func<Data.People.Actor, Task<WriteOutcome>> write, Func<ActWritten, Task> onWritten)
    {
        _isSaving = true;
        try
        {
            await Task.Yield();
            var by = (await SignedIn).User.ActorOf();
            var (outcome, fault) = await FormNotice.TryAsync(() => write(by));
            if (fault is not null)
                Say(fault);
            else
                await EndAsync(outcome!, onWritten);
        }
        finally
        {
            _isSaving = false;
        }
    }

    private async Task EndAsync(WriteOutcome outcome, Func<ActWritten, Task> onWritten)
    {
        switch (outcome)
        {
            case ActWritten written:
                await Feed.RefreshAsync(CancellationToken.None);
                (_showsErrors, _conflict, _key) = (false, null, NewKey());
                await onWritten(written);
                break;
            case TogetherWritten together:
                await Feed.RefreshAsync(CancellationToken.None);
                (_showsErrors, _key) = (false, NewKey());
                await NextAsync();
                Say("ok", $"Published for {NumberWords.Count(together.Acts.Count, "state")}.", $"{together.Title}: {Named(together.Acts)}.", $"/acts/together/{together.Id}", "See them together");
                await OnSaved.InvokeAsync(together.Acts[0]);
                break;
            case CaseWritten:
                (_showsErrors, _key) = (false, NewKey());
                await NextAsync();
                await OnKeptForSecond.InvokeAsync();
                Say("ok", "Kept for a second coder.", "It counts once somebody else has coded the passage without seeing your answer.", "/desk", "See what waits");
                break;
            case Refused refused:
                _showsErrors = true;
                _entry.Refuse(refused.Breaches);
                _focusNext = "to-fix";
                break;
            case ActConflict conflict:
                Meet(conflict.Current);
                break;
            case KeyReused:
                Say("err", "Not saved.", "An earlier try of this form did arrive, with other words. Look at the country's acts and correct it there.", $"/countries/{_entry.State.Country}", "See the country");
                _key = NewKey();
                break;
            default:
                Say("err", "Not saved.", "This act is no longer on file.");
                break;
        }
    }

    private async Task SavedAsync(ActWritten written, ActPreview? preview)
    {
        var moved = Moved(preview);
        if (_stored is null)
        {
            await NextAsync();
        }
        else
        {
            _sources = await Reader.SourcesAsync(CancellationToken.None);
            _stored = (await Reader.FindAsync(written.Id, Scope, CancellationToken.None))!;
            _entry.Replace(ActFormState.Of(_stored.Draft, Feed.Register.Codebook));
        }
        Say("ok", _stored is null ? "Published." : "Corrected.", moved, $"/acts/{written.Id}");
        if (_stored is null)
            await OnSaved.InvokeAsync(written);
    }

    private string Named(IReadOnlyList<ActWritten> acts) => string.Join(", ", acts.Select(a => Feed.Register.NameOf(a.Country)));

    /// <summary>A fresh form on the same report.</summary>
    private async Task NextAsync()
    {
        _sources = await Reader.SourcesAsync(CancellationToken.None);
        var next = Evidence is null ? _entry.State.NextOfReport() : _entry.State.NextOfText();
        next.Source ??= _sources.FirstOrDefault(s => s.Name == next.SourceName?.Trim());
        _entry.Replace(next);
    }

    private string Moved(ActPreview? preview)
    {
        if (preview is not { Before: { } before, After: { } after })
            return $"{_entry.State.Title} is on file; no line moves.";
        var where = $"{Feed.Register.NameOf(preview.Country)} on {DateWords.LongDay(preview.Day, Today().Year)}";
        return Math.Abs(preview.Move) < 0.005
            ? $"{where} stays at {NumberWords.Index(after)}."
            : $"{where} moved {NumberWords.Index(before)} → {NumberWords.Index(after)}.";
    }

    private void Meet(StoredEvent current)
    {
        var codebook = Feed.Register.Codebook;
        if (current.IsRetracted)
        {
            Say("err", "Not saved.", $"This act was retracted meanwhile: {current.Reason}");
            return;
        }
        _conflict = new Conflict(current, DraftDiff.Between(
            ActFormState.Of(_stored!.Draft, codebook), ActFormState.Of(_entry.State.ToDraft(codebook), codebook),
            ActFormState.Of(current.Draft, codebook), Feed.Register));
        _focusNext = "conflict";
    }

    private void Join(IReadOnlyList<FieldDifference> taken)
    {
        var codebook = Feed.Register.Codebook;
        var mine = ActFormState.Of(_entry.State.ToDraft(codebook), codebook);
        var joined = DraftDiff.Join(mine, _conflict!.Current.Draft, Feed.Register, taken);
        joined.Why = _entry.State.Why;
        TakeUp(ActFormState.Of(_conflict.Current.Draft, codebook));
        _entry.Restore(joined);
        Say("", "Not saved yet.", "The form holds what you chose; look it over and save.");
    }

    private void Discard()
    {
        TakeUp(ActFormState.Of(_conflict!.Current.Draft, Feed.Register.Codebook));
        Say("", "Yours is discarded.", "The form holds the newer version.");
    }

    private void TakeUp(ActFormState state)
    {
        (_stored, _conflict, _key) = (_conflict!.Current, null, NewKey());
        _entry.Replace(state);
    }

    private async Task HighlightAsync()
    {
        var place = await _script!.InvokeAsync<int[]>("selection", ActEntry.Id("excerpt.passage"));
        _entry.Change(state => state.HighlightSelection(place[0], place[1]));
    }

    private async Task FocusAsync(string id) => await _script!.InvokeVoidAsync("focus", id);

    private void Say(string tone, string word, string sentence, string? address = null, string linkWords = "See the act") =>
        Say(new FormNotice(tone, word, sentence, address, linkWords));

    private void Say(FormNotice notice) => (_notice, _focusNext) = (notice, "saved");

    private void OnEntryChanged() => StateHasChanged();

    private DateOnly Today() => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    private static string NewKey() => Guid.CreateVersion7().ToString("N");

    public async ValueTask DisposeAsync()
    {
        _entry.Changed -= OnEntryChanged;
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
