using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Votes;
using Stance.Events;
using Stance.Web.Events;
using Stance.Web.People;

namespace Stance.Web.Votes;

/// <summary>The desk where the side of a text is proposed, looked at and published.</summary>
public sealed partial class ScoringDesk : ComponentBase, IAsyncDisposable
{
    private const string Nobody = "-";

    private static readonly (string Path, string Label)[] FieldsInOrder = [("axis", "Axis"), ("favoured", "Whose side"), ("reason", "Why")];

    private ElementReference _root;
    private FormScript _script = default!;
    private FormNotice? _notice;
    private IReadOnlyList<RuleBreach> _breaches = [];
    private string _axis = "";
    private string? _favoured;
    private string? _reason;
    private Guid? _me;
    private bool _isSaving;
    private string _key = NewKey();

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private ScoringWriter Writer { get; set; } = default!;

    [Inject] private ActFeed Feed { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    [Parameter, EditorRequired] public required RollCallDetail Detail { get; set; }

    /// <summary>The axis to begin with.</summary>
    [Parameter, EditorRequired] public required string Axis { get; set; }

    [Parameter, EditorRequired] public required Register Register { get; set; }

    [Parameter, EditorRequired] public required Scope Scope { get; set; }

    [Parameter, EditorRequired] public required string Path { get; set; }

    private ScoringProposal? Waiting => Detail.Proposals.FirstOrDefault(p => p.IsOpen && p.Axis == _axis);

    private RollCallScoring? InForce => Detail.Scorings.FirstOrDefault(s => s.Axis == _axis);

    /// <summary>What the preview is of: the proposal that waits, else what is chosen.</summary>
    private Previewed? Shown => Waiting is { } waiting ? new(waiting.Favoured)
        : _favoured == Nobody ? new(null)
        : CountryCode.TryParse(_favoured, out var side) ? new(side) : null;

    protected override void OnInitialized() => _script = new FormScript(Js);

    protected override async Task OnInitializedAsync()
    {
        _axis = Axis;
        _me = (await SignedIn).User.ActorOf().Id;
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => _script.DrawnAsync(_root, firstRender);

    private void Choose(string? axis)
    {
        if (axis is not null && Register.Axes.ContainsKey(axis))
            (_axis, _favoured, _breaches) = (axis, null, []);
    }

    private Task ProposeAsync()
    {
        if (Shown is null)
        {
            Refuse([new RuleBreach("favoured", "required", "Choose the country whose side the text takes.")]);
            return Task.CompletedTask;
        }
        var proposed = new ProposeScoring(Detail.Id, Detail.Version, _axis, Shown.Favoured?.Value, _reason);
        return WriteAsync(by => Writer.ProposeAsync(proposed, by, _key, CancellationToken.None), new("ok", "Proposed.", "Nothing counts yet: it waits to be looked at and published."));
    }

    private Task DecideAsync(bool publishes)
    {
        if (Waiting is not { } waiting)
            return Task.CompletedTask;
        var decided = new DecideScoring(Detail.Id, Detail.Version, _axis, waiting.Id, publishes, string.IsNullOrWhiteSpace(_reason) ? null : _reason);
        var told = publishes
            ? new FormNotice("ok", "Published.", waiting.Favoured is null ? "Its votes are no acts on this axis any more." : $"{Detail.RollCall.Votes.Count} votes are acts now.", $"/votes/{Detail.Id}", "See the roll call")
            : new FormNotice("ok", "Declined.", "Nothing changed; the proposal is kept with your reason.", $"/votes/{Detail.Id}", "See the roll call");
        return WriteAsync(by => Writer.DecideAsync(decided, by, _key, CancellationToken.None), told);
    }

    private async Task WriteAsync(Func<Actor, Task<WriteOutcome>> write, FormNotice done)
    {
        if (_isSaving)
            return;
        (_isSaving, _breaches, _notice) = (true, [], null);
        try
        {
            await Task.Yield();
            var by = (await SignedIn).User.ActorOf();
            var (outcome, fault) = await FormNotice.TryAsync(() => write(by));
            switch (outcome)
            {
                case null:
                    Say(fault!);
                    break;
                case RollCallWritten:
                    // The page reads the roll call anew once the change has arrived.
                    await Feed.RefreshAsync(CancellationToken.None);
                    (_key, _favoured, _reason) = (NewKey(), null, null);
                    Say(done);
                    break;
                case Refused refused:
                    Refuse(refused.Breaches);
                    break;
                case RollCallConflict:
                    _key = NewKey();
                    Say(new("err", "Not saved.", "A vote of this roll call was corrected meanwhile. Look at what would move now, and decide again."));
                    break;
                default:
                    _key = NewKey();
                    Say(new("err", "Not saved.", "This was decided meanwhile.", $"/votes/{Detail.Id}", "See the roll call"));
                    break;
            }
        }
        finally
        {
            _isSaving = false;
        }
    }

    private void Refuse(IReadOnlyList<RuleBreach> breaches) => (_breaches, _notice, _script.FocusNext) = (breaches, null, "to-fix");

    private void Say(FormNotice notice) => (_notice, _script.FocusNext) = (notice, "saved");

    private static string NewKey() => Guid.NewGuid().ToString();

    private sealed record Previewed(CountryCode? Favoured);

    public ValueTask DisposeAsync() => _script.DisposeAsync();
}
