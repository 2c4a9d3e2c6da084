using System.Security.Claims;
using Stance.Data.People;

namespace Stance.Web.People;

/// <summary>Between the people of the database and the principal of the framework; the same claims for a session and a token.</summary>
public static class StancePrincipal
{
    private const string SessionClaim = "stance:session";
    private const string KindClaim = "stance:kind";

    public static ClaimsPrincipal Of(SignedIn person) => Make(
        SessionCookie.Scheme,
        Actor.Person(person.UserId, person.Name, person.Role),
        new Claim(SessionClaim, Convert.ToHexString(person.SessionId)));

    public static ClaimsPrincipal Of(AppUser person) => Make(SessionCookie.Scheme, Actor.Person(person.Id, person.Name, person.Role));

    public static ClaimsPrincipal Of(ApiToken token) => Make(TokenAuthentication.Scheme, Actor.Token(token.Id, token.Name, token.Role));

    /// <summary>Who this is, for writers and their audit lines.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public static Actor ActorOf(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Identity is not { IsAuthenticated: true, Name: { } name }
            || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            || RoleNames.Find(user.FindFirstValue(ClaimTypes.Role)) is not { } role)
            throw new NotAllowedException("Nobody is signed in.");
        return user.FindFirstValue(KindClaim) == "token" ? Actor.Token(id, name, role) : Actor.Person(id, name, role);
    }

    /// <summary>The hash of the session's key, in hex; null for a token and for nobody. It opens nothing.</summary>
    public static string? SessionOf(this ClaimsPrincipal user) => user.FindFirstValue(SessionClaim);

    private static ClaimsPrincipal Make(string scheme, Actor actor, params Claim[] more) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, actor.Id!.Value.ToString()),
            new(ClaimTypes.Name, actor.Name),
            new(ClaimTypes.Role, actor.Role.Name()),
            new(KindClaim, actor.Kind),
            .. more,
        ],
        scheme));
}
