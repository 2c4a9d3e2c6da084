using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Stance.Data.People;

namespace Stance.Web.People;

/// <summary>
/// Keeps sessions in the database, so that they can be listed and ended. The cookie holds a key, the table its hash; what a
/// person may do is read anew on every request.
/// </summary>
public sealed class TicketStore(SessionReader reader, SessionWriter writer, IHttpContextAccessor http) : ITicketStore
{
    private const int KeyBytes = 32;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        await writer.StartAsync(Secret.Hash(key), ticket.Principal.ActorOf(), Device());
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => writer.RenewAsync([Secret.Hash(key)]);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (await reader.FindAsync(Secret.Hash(key), http.HttpContext?.RequestAborted ?? default) is not { } session)
            return null;
        var properties = new AuthenticationProperties
        {
            IssuedUtc = session.RenewedAt,
            ExpiresUtc = session.ExpiresAt,
            AllowRefresh = true,
        };
        return new AuthenticationTicket(StancePrincipal.Of(session), properties, SessionCookie.Scheme);
    }

    public Task RemoveAsync(string key) => writer.EndAsync(Secret.Hash(key));

    private string Device()
    {
        var agent = http.HttpContext?.Request.Headers.UserAgent.ToString();
        return string.IsNullOrWhiteSpace(agent) ? "unknown" : new string([.. agent.Where(c => !char.IsControl(c))]);
    }
}
