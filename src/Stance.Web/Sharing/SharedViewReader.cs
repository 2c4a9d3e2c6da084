using Stance.Data.Acts;
using Stance.Data.Sharing;
using Stance.Sharing;
using Stance.ViewStates;
using Stance.Web.Alignment;

namespace Stance.Web.Sharing;

/// <summary>What opening a shared view comes to; only <see cref="Request"/> is shown.</summary>
/// <param name="State">Null when no shared view has this secret.</param>
public sealed record SharedOpening(ShareState? State, SharedRequest? Request);

/// <summary>Opens a shared view for one request. Nothing is kept between requests, so revoking works with the next one.</summary>
public sealed class SharedViewReader(ShareReader shares, ActFeed feed, TimeProvider clock)
{
    public const string CursorKey = "cursor";

    private static readonly string[] OwnKeys = [CursorKey];

    public async Task<SharedOpening> OpenAsync(HttpContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var secret = ShareSecretPath.SecretOf(context);
        if (await shares.FindAsync(secret, cancel) is not { } share)
            return new SharedOpening(null, null);
        var now = clock.GetUtcNow();
        var state = share.StateAt(now);
        if (state != ShareState.Open)
            return new SharedOpening(state, null);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var register = feed.Register;
        var (view, problems) = FilterLock.Read(share, ViewStateUrl.Pairs(context.Request.QueryString.Value ?? ""), register, now, OwnKeys);
        var most = AlignmentEndpoints.MostPoints / view.PeriodOn(today).Days;
        if (view.Countries.Count > Math.Max(most, 1))
        {
            view = view with { Countries = [.. view.Countries.Take(Math.Max(most, 1))] };
            problems = [.. problems, new ViewStateProblem("countries", "These are more lines than can be drawn at once; the first are shown. Choose fewer countries or a shorter period.")];
        }
        var cursor = context.Request.Query[CursorKey].FirstOrDefault(c => !string.IsNullOrEmpty(c));
        return new SharedOpening(state, new SharedRequest(share, secret!, share.ScopeOn(today), view, problems, cursor, today, register));
    }
}
