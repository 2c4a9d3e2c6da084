using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Events;
using Stance.Data.Texts;
using Stance.Events;
using Stance.Texts;
using Stance.Web.App;
using Stance.Web.Events;
using Stance.Web.People;

namespace Stance.Web.Texts;

/// <summary>Codes acts from one text: pins what is selected, offers what the passage proposes, and takes the next passage after each save.</summary>
public sealed partial class TextDesk : ComponentBase, IAsyncDisposable
{
    private Sitting _sitting = default!;
    private ActEntry? _entry;
    private ElementReference _root;
    private IJSObjectReference? _script;
    private DotNetObjectReference<TextDesk>? _self;
    private bool _showsForm;

    [Inject] private StoredTextReader Texts { get; set; } = default!;

    [Inject] private DraftWriter Drafts { get; set; } = default!;

    [Inject] private ActFeed Feed { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Parameter, EditorRequired] public required StoredText Stored { get; set; }

    [Parameter, EditorRequired] public required CountryNames Names { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<CodedPassage> Coded { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<Source> Sources { get; set; }

    /// <summary>Whether somebody else could code it a second time.</summary>
    [Parameter] public bool HasSecondCoder { get; set; }

    [Parameter, EditorRequired] public required Scope Scope { get; set; }

    protected override void OnInitialized()
    {
        _sitting = new Sitting(Stored, Names, Feed.Register, Coded);
        _sitting.Changed += OnChanged;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _script = await Js.InvokeAsync<IJSObjectReference>("import", "./js/texts.js");
        await _script.InvokeVoidAsync("attach", _root, _self);
    }

    /// <summary>The chosen words, as the browser counts them.</summary>
    [JSInvokable]
    public async Task Pin(int from, int to)
    {
        if (_entry is null || !_sitting.PinTo(_entry, new TextSpan(Math.Min(from, to), Math.Max(from, to))))
            return;
        _showsForm = true;
        StateHasChanged();
        await WeighAsync();
    }

    /// <summary>A proposal taken by its key.</summary>
    [JSInvokable]
    public void Take(int key)
    {
        if (_entry is not { } entry || _sitting.Pin is null)
            return;
        switch (key)
        {
            case 0:
                Acceptance.TakeAll(_sitting, entry);
                break;
            case 1 or 2 or 3:
                Acceptance.TakeKind(_sitting, entry, key - 1);
                break;
            case 4:
                Acceptance.TakeParties(_sitting, entry);
                break;
            case 5:
                Acceptance.Swap(entry);
                break;
            case 6 when _sitting.Dates is { Proposals: [var first, ..] }:
                Acceptance.TakeDate(entry, first);
                break;
            case 7:
                Acceptance.TakeFields(_sitting, entry);
                break;
            case 8:
                Acceptance.TakeTitle(_sitting, entry);
                break;
        }
    }

    /// <summary>Back among the words.</summary>
    [JSInvokable]
    public void ShowArticle()
    {
        _showsForm = false;
        StateHasChanged();
    }

    private void Ready(ActEntry entry)
    {
        if (_entry == entry)
            return;
        _entry = entry;
        entry.Changed += () => _sitting.Follow(entry.State);
        _sitting.Follow(entry.State);
    }

    private async Task WeighAsync()
    {
        try
        {
            _sitting.Weigh(await Texts.LikeAsync(_sitting.Pin!.Words, Scope, CancellationToken.None));
        }
        catch (DbException)
        {
            // Without precedents the codebook's own words still speak.
        }
    }

    private async Task SavedAsync(ActWritten written)
    {
        try
        {
            _sitting.Recode(await Texts.CodedAsync(Stored.Id, Scope, CancellationToken.None));
        }
        catch (DbException)
        {
            // The act is on file; its underline comes with the next one.
        }
        _showsForm = false;
    }

    private async Task FinishAsync()
    {
        if ((await SignedIn).User.ActorOf() is { IsPerson: true, Id: { } user })
            await Drafts.DropAsync(user, StoredTextWriter.DraftOf(Stored.Id), CancellationToken.None);
        Address.Open("/desk/texts");
    }

    private void OnChanged() => _ = InvokeAsync(StateHasChanged);

    private static string Said(bool isSelected) => isSelected ? "true" : "false";

    public async ValueTask DisposeAsync()
    {
        _sitting.Changed -= OnChanged;
        try
        {
            if (_script is not null)
            {
                await _script.InvokeVoidAsync("detach", _root);
                await _script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
        }
        _self?.Dispose();
    }
}
