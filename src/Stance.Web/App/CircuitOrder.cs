using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Stance.Web.App;

/// <summary>
/// What a browser says is heard in the order it was said: its confirmation of what it shows waits for the events before it, and for the renderer to have finished.
/// </summary>
/// <remarks>
/// Left to the framework, a confirmation that comes while the renderer is still at work overtakes the events that wait.
/// It then forgets for which field they were meant, and sets the field back to what stood there when they were sent.
/// </remarks>
public sealed class CircuitOrder : CircuitHandler
{
    private SynchronizationContext? turns;

    /// <summary>Called on the circuit's own turns; they are kept.</summary>
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        turns = SynchronizationContext.Current;
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activity =>
        {
            if (turns is null)
                return next(activity);
            var heard = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
            turns.Post(_ => heard.SetResult(HearAsync(next, activity)), null);
            return heard.Task.Unwrap();
        };

    private static async Task HearAsync(Func<CircuitInboundActivityContext, Task> next, CircuitInboundActivityContext activity) => await next(activity);
}
