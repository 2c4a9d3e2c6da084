using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Stance.Web.App;

/// <summary>Keeps a fault inside the page, and gives it a number that reader and log share.</summary>
public sealed class PageErrorBoundary : ErrorBoundary
{
    [Inject] private ILogger<PageErrorBoundary> Log { get; set; } = default!;

    public string? Reference { get; private set; }

    protected override Task OnErrorAsync(Exception exception)
    {
        Reference = FaultReference.New();
        Log.LogError(exception, "Page failed, reference {Reference}", Reference);
        return Task.CompletedTask;
    }
}
