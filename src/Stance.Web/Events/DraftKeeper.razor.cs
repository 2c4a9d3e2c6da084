using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Stance.Data.Events;
using Stance.Web.People;

namespace Stance.Web.Events;

/// <summary>Writes down what stands in the form within a second of the first key since, however long the typing goes on, and forgets it once it is saved.</summary>
public sealed partial class DraftKeeper : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _gone = new();
    private bool _isDue;
    private bool _isLookedUp;
    private DateTimeOffset? _back;
    private string? _kept;
    private Guid? _user;

    [Inject] private DraftReader Reader { get; set; } = default!;

    [Inject] private DraftWriter Writer { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter] private IFormEntry Entry { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    /// <summary>What is being entered: "act:new", or the act and the version corrected.</summary>
    [Parameter, EditorRequired] public required string Subject { get; set; }

    /// <summary>What was kept stands in the form: before that nobody may type into it, or the older words would come over the newer.</summary>
    [Parameter, EditorRequired] public required EventCallback OnLookedUp { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
            return;
        if ((await SignedIn).User.ActorOf() is { IsPerson: true, Id: { } user })
        {
            _user = user;
            if (await FindAsync(user) is { } kept && Entry.TryRestore(kept.Body))
                (_back, _kept) = (kept.SavedAt, Subject);
            _isLookedUp = true;
            Entry.Changed += OnChanged;
        }
        await OnLookedUp.InvokeAsync();
    }

    /// <summary>Without its database the form opens empty; that is no reason not to open it.</summary>
    private async Task<KeptDraft?> FindAsync(Guid user)
    {
        try
        {
            return await Reader.FindAsync(user, Subject, CancellationToken.None);
        }
        catch (DbException)
        {
            return null;
        }
    }

    private void OnChanged()
    {
        if (Entry.IsClean)
            _ = InvokeAsync(WriteAsync);
        else if (!_isDue)
            _ = InvokeAsync(WriteSoonAsync);
    }

    private async Task WriteSoonAsync()
    {
        _isDue = true;
        try
        {
            await Task.Delay(Pause, Clock, _gone.Token);
        }
        catch (OperationCanceledException)
        {
            // The form is left; its end writes.
            return;
        }
        _isDue = false;
        await WriteAsync();
    }

    /// <summary>One after another, each with what stands in the form by then: a late write must not bring back what is saved.</summary>
    private async Task WriteAsync()
    {
        await _turn.WaitAsync();
        try
        {
            var subject = Subject;
            if (_kept is { } old && (Entry.IsClean || old != subject))
            {
                await Writer.DropAsync(_user!.Value, old, CancellationToken.None);
                (_kept, _back) = (null, null);
                StateHasChanged();
            }
            if (Entry.IsClean)
                return;
            await Writer.KeepAsync(_user!.Value, subject, Entry.Print(), CancellationToken.None);
            _kept = subject;
        }
        catch (DbException)
        {
            // The words still stand in the form.
            if (!_isDue && !_gone.IsCancellationRequested)
                _ = WriteSoonAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        Entry.Changed -= OnChanged;
        _gone.Cancel();
        _gone.Dispose();
        if (_isDue)
            _ = WriteAsync();
    }
}
