using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Stance.Data.People;

namespace Stance.Web.People;

/// <summary>Registers one circuit under its session as long as it lives.</summary>
public sealed class CircuitTracker(Circuits circuits, SessionReader sessions, AuthenticationStateProvider authentication) : CircuitHandler
{
    private string? session;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        session = (await authentication.GetAuthenticationStateAsync()).User.SessionOf();
        if (session is null)
        {
            SignOut();
            return;
        }
        circuits.Add(circuit.Id, session, SignOut);
        // The session may have ended between the handshake and now.
        await circuits.CloseAllButAsync(
            await sessions.LiveAsync([session], cancellationToken), new HashSet<string>(StringComparer.Ordinal) { session });
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        circuits.Remove(circuit.Id);
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context =>
        {
            if (session is not null)
                circuits.NoteUse(session);
            return next(context);
        };

    private void SignOut()
    {
        var nobody = new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()));
        (authentication as IHostEnvironmentAuthenticationStateProvider)?.SetAuthenticationState(Task.FromResult(nobody));
    }
}
