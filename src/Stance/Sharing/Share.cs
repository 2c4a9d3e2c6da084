using Stance.Acts;
using Stance.ViewStates;

namespace Stance.Sharing;

/// <summary>Whether a shared view may be opened.</summary>
public enum ShareState
{
    Open,
    Expired,
    Revoked,
}

/// <summary>A revocable public view: whoever holds its secret sees this view, and nothing outside its scope.</summary>
/// <param name="View">The view as shared: blocs resolved to countries, a knowledge date when it is frozen.</param>
/// <param name="CreatedBy">The person who shared it; that person and administrators may revoke it.</param>
/// <param name="ExpiresAt">The first instant at which it opens no more; null = never.</param>
public sealed record Share(
    Guid Id,
    string Label,
    ViewState View,
    Guid CreatedBy,
    string CreatedByName,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastOpenedAt)
{
    /// <summary>The map colours every country, also those whose lines and acts are not shared.</summary>
    public bool ShowsWorld { get; init; }

    /// <summary>Nothing learned after the view's knowledge date is ever shown.</summary>
    public bool IsFrozen => View.AsOf.Instant is not null;

    public ShareState StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? ShareState.Revoked
        : ExpiresAt <= now ? ShareState.Expired
        : ShareState.Open;

    /// <summary>All that may be reached through it. A view of the last twelve months moves on with the day.</summary>
    public Scope ScopeOn(DateOnly today) => new()
    {
        Axis = View.Axis,
        Countries = SetOf(View.Countries),
        Period = View.PeriodOn(today),
        Collections = SetOf(View.Collections),
        Families = SetOf(View.Families),
        Form = View.Form,
        Until = View.AsOf,
    };

    /// <summary>What the map may show: levels on the last day, never lines or acts.</summary>
    public Scope MapScopeOn(DateOnly today) => ShowsWorld ? ScopeOn(today) with { Countries = null } : ScopeOn(today);

    private static HashSet<T>? SetOf<T>(IReadOnlyList<T> items) => items.Count == 0 ? null : [.. items];
}
