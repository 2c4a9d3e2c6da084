using Stance.ViewStates;

namespace Stance.Variations;

/// <summary>Assumptions under a name. What is assumed never changes once saved; other numbers are another scenario.</summary>
/// <param name="Assumed">Null = the codebook's own numbers, with a half-life of its own.</param>
/// <param name="IsShared">Everybody who can sign in sees it; otherwise only who made it, and administrators.</param>
public sealed record Scenario(
    Guid Id, string Name, WhatIf? Assumed, HalfLife HalfLife, bool IsShared, Guid CreatedBy, string CreatedByName, DateTimeOffset CreatedAt)
{
    public const int LongestName = 80;

    /// <summary>The view under this scenario: an address that opens it without the record of scenarios.</summary>
    public ViewState On(ViewState view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view with { WhatIf = Assumed, HalfLife = HalfLife };
    }

    /// <summary>Whether the view assumes just this.</summary>
    public bool IsShownBy(ViewState view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.WhatIf?.ToString() == Assumed?.ToString() && view.HalfLife == HalfLife;
    }
}
