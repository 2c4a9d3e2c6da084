using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Stance.Data.People;
using Stance.Web.People;

namespace Stance.Web.Tests;

/// <summary>A program whose role stands in a header of its request.</summary>
internal sealed class RoleInHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var principal = StancePrincipal.Of(new ApiToken
        {
            Id = new Guid("0197aaaa-0000-7000-8000-000000000001"),
            Name = "Test",
            Role = RoleNames.Parse(Request.Headers["X-Role"].ToString()),
            SecretHash = [],
        });
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, "test")));
    }
}
