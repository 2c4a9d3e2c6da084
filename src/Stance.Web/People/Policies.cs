using Microsoft.AspNetCore.Authorization;
using Stance.Data.People;

namespace Stance.Web.People;

/// <summary>Who may do what, by name; each is a least role.</summary>
public static class Policies
{
    /// <summary>Any signed-in person or token.</summary>
    public const string CanRead = nameof(CanRead);

    /// <summary>The API: analysts and above.</summary>
    public const string CanReadApi = nameof(CanReadApi);

    /// <summary>Sharing views: analysts and above.</summary>
    public const string CanShare = nameof(CanShare);

    /// <summary>Entering acts: curators and administrators.</summary>
    public const string CanCurate = nameof(CanCurate);

    /// <summary>People, sessions and tokens: administrators.</summary>
    public const string CanAdminister = nameof(CanAdminister);

    /// <summary>Deny by default: an endpoint that says nothing needs a signed-in reader.</summary>
    public static void Declare(AuthorizationOptions options)
    {
        options.AddPolicy(CanRead, AtLeast(Role.Viewer));
        options.AddPolicy(CanReadApi, AtLeast(Role.Analyst));
        options.AddPolicy(CanShare, AtLeast(Role.Analyst));
        options.AddPolicy(CanCurate, AtLeast(Role.Curator));
        options.AddPolicy(CanAdminister, AtLeast(Role.Administrator));
        options.DefaultPolicy = options.GetPolicy(CanRead)!;
        options.FallbackPolicy = options.DefaultPolicy;
    }

    private static AuthorizationPolicy AtLeast(Role least) => new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireRole(Enum.GetValues<Role>().Where(r => r >= least).Select(r => r.Name()))
        .Build();
}
