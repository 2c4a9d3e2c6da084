using System.Security.Claims;
using Stance.Acts;

namespace Stance.Web.People;

/// <summary>What a signed-in person or token may see: today everything published; whoever is not signed in, nothing.</summary>
public static class PrincipalScope
{
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in.</exception>
    public static Scope ScopeOf(this ClaimsPrincipal user) => user?.Identity?.IsAuthenticated == true
        ? Scope.Everything
        : throw new UnauthorizedAccessException("Sign in to read acts.");
}
