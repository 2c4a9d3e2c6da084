using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Stance.Data.People;
using Stance.Data.Sharing;
using Stance.Sharing;
using Stance.Web.App;
using Stance.Web.People;
using Stance.Wording;

namespace Stance.Web.Sharing;

/// <summary>The views a person has shared, or everybody's for an administrator, at one moment.</summary>
public sealed record SharedViews(IReadOnlyList<Share> Shares, DateTimeOffset Now);

/// <summary>Lists shared views and revokes them; asking twice, since a revoked link never opens again.</summary>
public sealed partial class SharesPage : ComponentBase
{
    private int _reads;
    private Guid? _asked;
    private string? _said;
    private bool _isRefused;

    [Inject] private ShareReader Reader { get; set; } = default!;

    [Inject] private ShareWriter Writer { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    private async Task<SharedViews> ReadAsync(CancellationToken cancel) =>
        new(await Reader.ListAsync((await SignedIn).User.ActorOf(), cancel), Time.GetUtcNow());

    private async Task RevokeAsync(Share share)
    {
        if (_asked != share.Id)
        {
            _asked = share.Id;
            return;
        }
        _asked = null;
        try
        {
            await Writer.RevokeAsync((await SignedIn).User.ActorOf(), share.Id, CancellationToken.None);
            (_said, _isRefused) = ($"“{share.Label}” is revoked. Its link shows nothing more.", false);
        }
        catch (Exception refusal) when (refusal is NotAllowedException or ShareRuleException)
        {
            (_said, _isRefused) = (refusal.Message, true);
        }
        catch (DbException)
        {
            (_said, _isRefused) = ("The database did not answer; the link still works. Try again.", true);
        }
        _reads++;
    }

    private static string Day(DateTimeOffset at) => DateWords.Day(DateOnly.FromDateTime(at.UtcDateTime));
}
