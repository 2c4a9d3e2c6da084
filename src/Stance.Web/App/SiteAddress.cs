using Microsoft.AspNetCore.Components;

namespace Stance.Web.App;

/// <summary>The address of this site as the reader's browser knows it, for links to hand on.</summary>
public sealed class SiteAddress(NavigationManager navigation)
{
    public Uri Base => new(navigation.BaseUri);

    /// <summary>Of the page being looked at, for paper.</summary>
    public Uri Here => new(navigation.Uri);
}
