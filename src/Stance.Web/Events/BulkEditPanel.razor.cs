using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.Recoding;
using Stance.Events;
using Stance.Recoding;
using Stance.ViewStates;
using Stance.Web.App;
using Stance.Web.People;
using Stance.Wording;

namespace Stance.Web.Events;

/// <summary>Chooses acts and one change for them, shows what it comes to, and makes it in all of them or in none.</summary>
public sealed partial class BulkEditPanel : ComponentBase, IAsyncDisposable
{
    private readonly HashSet<Guid> _chosen = [];
    private BulkField _field = BulkField.Recipient;
    private string? _value = "";
    private string? _valueProblem;
    private string? _reason;
    private string? _reasonProblem;
    private IReadOnlyList<BulkRow>? _preview;
    private CodebookPreview? _lines;
    private FormNotice? _notice;
    private IJSObjectReference? _script;
    private string? _focusNext;
    private bool _isSaving;
    private bool _isTrying;
    private int _reads;
    private string? _printed;
    private string _key = NewKey();

    [Inject] private ActReader Acts { get; set; } = default!;

    [Inject] private BulkReader Reader { get; set; } = default!;

    [Inject] private BulkWriter Writer { get; set; } = default!;

    [Inject] private BulkTrial Trial { get; set; } = default!;

    [Inject] private ActFeed Feed { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private BulkChange Change => new(_field, _field == BulkField.Retract || string.IsNullOrEmpty(_value) ? null : _value);

    /// <summary>With another filter the choice begins anew: nothing is changed that is not on screen.</summary>
    protected override void OnParametersSet()
    {
        var printed = ViewStateUrl.Print(Address.View);
        if (_printed == printed)
            return;
        _printed = printed;
        _chosen.Clear();
        Forget();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusNext is not { } id)
            return;
        _focusNext = null;
        _script ??= await Js.InvokeAsync<IJSObjectReference>("import", "./js/entry.js");
        await _script.InvokeVoidAsync("focus", id);
    }

    private Task<ActList> ReadAsync(CancellationToken cancel) =>
        Acts.ListAsync(Address.View with { AsOf = AsOf.Now }, Address.Scope, BulkChange.MostActs, null, cancel, onlyCoded: true);

    private static string Heading(ActList list) => list.Acts.Count switch
    {
        0 => "No act to choose",
        BulkChange.MostActs when list.Next is not null => $"The first {BulkChange.MostActs} acts in view",
        1 => "One act in view",
        var count => $"{NumberWords.Capital(NumberWords.InWords(count))} acts in view",
    };

    private int Chosen(ActList list) => list.Acts.Count(a => _chosen.Contains(a.Id.Id));

    private void ChooseAll(ActList list, bool isChosen)
    {
        _chosen.Clear();
        if (isChosen)
            _chosen.UnionWith(list.Acts.Select(a => a.Id.Id));
        Forget();
    }

    private void Choose(Guid id, bool isChosen)
    {
        if (isChosen)
            _chosen.Add(id);
        else
            _chosen.Remove(id);
        Forget();
    }

    private void SetField(BulkField field)
    {
        (_field, _value, _valueProblem) = (field, "", null);
        Forget();
    }

    private void SetValue(string? value)
    {
        (_value, _valueProblem) = (value, null);
        Forget();
    }

    private void Forget() => (_preview, _lines) = (null, null);

    private async Task PreviewAsync()
    {
        if (_isTrying)
            return;
        var change = Change;
        (_isTrying, _notice, _reasonProblem) = (true, null, null);
        Forget();
        try
        {
            await Task.Yield();
            var (rows, breach) = await Reader.PreviewAsync(_chosen, change, Address.Scope, CancellationToken.None);
            var (lines, outcome) = breach is null && Ready(rows)
                ? await Trial.TryAsync(Command(rows, change), (await SignedIn).User.ActorOf(), CancellationToken.None)
                : default;
            // What was typed meanwhile asks for another preview.
            if (change != Change)
                return;
            (_valueProblem, _preview, _lines) = (breach?.Message, breach is null ? rows : null, lines);
            _focusNext = breach is null ? "preview" : "f-value";
            if (outcome is not null and not BulkWritten)
                Tell(outcome, null);
        }
        finally
        {
            _isTrying = false;
        }
    }

    private BulkEdit Command(IReadOnlyList<BulkRow> rows, BulkChange change) =>
        new([.. rows.Where(r => r.Changes).Select(r => new ActAtVersion(r.Current.Id, r.Current.Version)).OrderBy(a => a.Id)], change, _reason);

    private Task LeaveOutAsync()
    {
        _chosen.ExceptWith(_preview!.Where(r => r.Breaches.Count > 0).Select(r => r.Current.Id));
        return PreviewAsync();
    }

    private static int Refused(IReadOnlyList<BulkRow> rows) => rows.Count(r => r.Breaches.Count > 0);

    private static int Changing(IReadOnlyList<BulkRow> rows) => rows.Count(r => r.Changes && r.Breaches.Count == 0);

    private static bool Ready(IReadOnlyList<BulkRow> rows) => Refused(rows) == 0 && Changing(rows) > 0;

    private static string Finding(IReadOnlyList<BulkRow> rows) => Refused(rows) switch
    {
        0 => Changing(rows) == 0 ? "Nothing would change" : $"{NumberWords.Capital(NumberWords.Count(Changing(rows), "act"))} would change",
        1 => "One act cannot take the change",
        var refused => $"{NumberWords.Capital(NumberWords.InWords(refused))} acts cannot take the change",
    };

    private static string Sum(IReadOnlyList<BulkRow> rows) =>
        $"{NumberWords.Count(Changing(rows), "act")} would change, {rows.Count(r => !r.Changes)} said so already, {Refused(rows)} refused."
        + (Refused(rows) > 0 ? " While one is refused, none is changed." : null);

    private async Task SaveAsync()
    {
        _reasonProblem = EventRules.CheckReason(_reason, required: true)?.Message;
        if (_reasonProblem is not null)
        {
            _focusNext = "f-reason";
            return;
        }
        _isSaving = true;
        await Task.Yield();
        var by = (await SignedIn).User.ActorOf();
        var command = Command(_preview!, Change);
        var (outcome, fault) = await FormNotice.TryAsync(() => Writer.EditAsync(command, by, _key, CancellationToken.None));
        _isSaving = false;
        if (fault is null)
            _key = NewKey();
        Tell(outcome, fault);
        if (outcome is not BulkWritten)
            return;
        _chosen.Clear();
        _reason = null;
        _reads++;
        await Feed.RefreshAsync(CancellationToken.None);
    }

    private void Tell(WriteOutcome? outcome, FormNotice? fault)
    {
        _notice = fault ?? outcome switch
        {
            BulkWritten written => new("ok", written.Change.Field == BulkField.Retract ? "Retracted." : "Changed.", $"{NumberWords.Capital(NumberWords.Count(written.Acts.Count, "act"))}, each with a version of its own.", $"/acts/bulk/{written.Id}", "See this change, or take it back"),
            BulkConflict conflict => new("err", "Nothing is changed.", $"Somebody saved a newer version meanwhile of {Titles([.. conflict.Moved.Select(m => m.Draft.Title)])}. Preview again: it is read anew."),
            BulkRefused refused => new("err", "Nothing is changed.", $"A rule speaks against it in {Titles([.. refused.Rows.Select(r => r.Current.Draft.Title)])}."),
            Refused refused => new("err", "Nothing is changed.", refused.Breaches[0].Message),
            _ => new("err", "Nothing is changed.", "One of the acts is no longer on file."),
        };
        if (outcome is not null)
            Forget();
    }

    private static string Titles(IReadOnlyList<string?> titles) =>
        string.Join(", ", titles.Take(3).Select(t => $"“{t}”")) + (titles.Count > 3 ? $" and {titles.Count - 3} more" : null);

    private static string NewKey() => Guid.CreateVersion7().ToString("N");

    public async ValueTask DisposeAsync()
    {
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
