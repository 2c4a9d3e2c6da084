using Stance.Acts;
using Stance.Sharing;
using Stance.ViewStates;

namespace Stance.Web.Sharing;

/// <summary>A request to a shared view, resolved: whose secret it is, what may be seen, and what was asked for within that.</summary>
/// <param name="View">Never reaches outside <paramref name="Scope"/>.</param>
/// <param name="Problems">What was not understood, or not shared, in plain words.</param>
public sealed record SharedRequest(
    Share Share, string Secret, Scope Scope, ViewState View, IReadOnlyList<ViewStateProblem> Problems, string? Cursor, DateOnly Today, Register Register)
{
    /// <summary>The address of this shared view with another view of it.</summary>
    public string PathOf(ViewState view, string? cursor = null, string file = "")
    {
        var query = FilterLock.Print(Share, view, Today);
        if (cursor is not null)
            query += (query.Length > 0 ? "&" : "") + "cursor=" + Uri.EscapeDataString(cursor);
        return ShareSecretPath.Of(Secret, query, file);
    }
}
