using Microsoft.AspNetCore.Diagnostics;
using Stance.Web.Api;

namespace Stance.Web.App;

/// <summary>Gives a fault outside the circuit a number that reader and log share; the page that tells it follows.</summary>
public sealed class PageFaults(ILogger<PageFaults> log) : IExceptionHandler
{
    public const string ReferenceKey = "fault reference";

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (!httpContext.IsApi())
        {
            var reference = FaultReference.New();
            httpContext.Items[ReferenceKey] = reference;
            log.LogError(exception, "Request failed, reference {Reference}", reference);
        }
        return ValueTask.FromResult(false);
    }

    /// <summary>A page for every answer that would be empty, and for faults; not for the API, which tells problems in its own way.</summary>
    /// <remarks>Not in a branch: the second run would not be routed there.</remarks>
    public static IApplicationBuilder Use(IApplicationBuilder app) => app
        .UseExceptionHandler("/status/500", createScopeForErrors: true)
        .UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true)
        .Use(OnlyPages);

    private static async Task OnlyPages(HttpContext context, RequestDelegate next)
    {
        // The page of a fault is asked for, not sent to, whatever the request was.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        var pages = context.Features.Get<IStatusCodePagesFeature>();
        await next(context);
        // A form refused leaves the type of the page that it did not write.
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
            context.Response.ContentType = null;
        if (pages is not null)
            pages.Enabled = context.Response.StatusCode != StatusCodes.Status401Unauthorized && !context.IsApi();
    }
}
