using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Stance.Data.People;
using Stance.Data.Variations;
using Stance.Variations;
using Stance.ViewStates;
using Stance.Web.App;
using Stance.Web.People;

namespace Stance.Web.Variations;

/// <summary>The scenarios a person sees, and who that is.</summary>
public sealed record ScenarioList(IReadOnlyList<Scenario> Scenarios, Actor? Reader)
{
    public bool MayChange(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Reader is { IsPerson: true } && (Reader.Role == Role.Administrator || (Reader.Role >= Role.Analyst && Reader.Id == scenario.CreatedBy));
    }
}

/// <summary>Saves what the view assumes under a name, once however often the button is pressed, and lists what is saved.</summary>
public sealed partial class ScenarioPanel : ComponentBase
{
    private readonly string _id = $"n{Guid.NewGuid():n}"[..9];
    private Guid _next = Guid.CreateVersion7();
    private string _name = "";
    private string? _problem;
    private string? _said;
    private bool _isShared;
    private bool _isRefused;
    private bool _isBusy;
    private int _reads;

    [Inject] private ScenarioReader Reader { get; set; } = default!;

    [Inject] private ScenarioWriter Writer { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    private bool HasAssumed => Address.View.WhatIf is not null || Address.View.HalfLife != HalfLife.Default;

    /// <summary>Read once, by the circuit.</summary>
    private async Task<ScenarioList> ReadAsync(CancellationToken cancel)
    {
        if (!RendererInfo.IsInteractive)
            return new ScenarioList([], null);
        var reader = (await SignedIn).User.ActorOf();
        return new ScenarioList(await Reader.ListAsync(reader, cancel), reader);
    }

    private async Task SaveAsync()
    {
        var draft = new ScenarioDraft(_next, _name, Address.View.WhatIf, Address.View.HalfLife, _isShared);
        _problem = draft.Problem(Address.Register);
        if (_problem is not null || _isBusy)
            return;
        _isBusy = true;
        if (await TryAsync(actor => Writer.SaveAsync(actor, draft, CancellationToken.None), $"“{draft.Name.Trim()}” is saved."))
            (_next, _name, _isShared) = (Guid.CreateVersion7(), "", false);
        _isBusy = false;
    }

    private Task<bool> RenameAsync(Scenario scenario, string name) =>
        TryAsync(actor => Writer.RenameAsync(actor, scenario.Id, name, CancellationToken.None), $"“{scenario.Name}” is now called “{name.Trim()}”.");

    private Task<bool> ShareAsync(Scenario scenario) => TryAsync(
        actor => Writer.ShareAsync(actor, scenario.Id, !scenario.IsShared, CancellationToken.None),
        scenario.IsShared ? $"Only you and administrators see “{scenario.Name}”." : $"Everybody who can sign in sees “{scenario.Name}”.");

    private async Task<bool> DeleteAsync(Scenario scenario)
    {
        var isDone = await TryAsync(actor => Writer.DeleteAsync(actor, scenario.Id, CancellationToken.None), $"“{scenario.Name}” is deleted.");
        if (isDone && Address.View.Compare.Contains(scenario.Id))
            Compare(scenario);
        return isDone;
    }

    /// <summary>Beside the codebook, or away from it.</summary>
    private void Compare(Scenario scenario)
    {
        var compared = Address.View.Compare;
        Address.Show(Address.View with { Compare = compared.Contains(scenario.Id) ? [.. compared.Where(id => id != scenario.Id)] : [.. compared, scenario.Id] });
    }

    private async Task<bool> TryAsync(Func<Actor, Task> write, string done)
    {
        try
        {
            await write((await SignedIn).User.ActorOf());
            (_said, _isRefused) = (done, false);
        }
        catch (Exception refusal) when (refusal is NotAllowedException or ScenarioRuleException)
        {
            (_said, _isRefused) = (refusal.Message, true);
        }
        catch (DbException)
        {
            (_said, _isRefused) = ("The database did not answer. Try again: it is done once only.", true);
        }
        _reads++;
        return !_isRefused;
    }
}
