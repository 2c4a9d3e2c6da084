using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Stance.Web.Api;

/// <summary>Everything that goes wrong below <c>/api</c> is told as ProblemDetails; what the server did wrong, only as a reference number.</summary>
public sealed class ApiErrors(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (!httpContext.IsApi())
            return false;
        var status = (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails =
            {
                Status = status,
                Detail = exception is BadHttpRequestException ? exception.Message : null,
            },
        });
    }

    internal static void Describe(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Detail ??= problem.Status switch
        {
            StatusCodes.Status401Unauthorized => "Send a token: Authorization: Bearer stance_…",
            StatusCodes.Status403Forbidden => "The role of this token or person does not allow this.",
            StatusCodes.Status404NotFound => "There is nothing at this address.",
            StatusCodes.Status405MethodNotAllowed => "This address does not take this method.",
            StatusCodes.Status413PayloadTooLarge => "The request is too large.",
            StatusCodes.Status415UnsupportedMediaType => "Send JSON: Content-Type: application/json.",
            StatusCodes.Status429TooManyRequests => "Too many requests; wait as long as Retry-After says.",
            StatusCodes.Status500InternalServerError => "Stance could not answer. The reference is in traceId.",
            _ => null,
        };
        problem.Extensions["traceId"] = context.HttpContext.Features.Get<IHttpActivityFeature>()?.Activity.Id
            ?? context.HttpContext.TraceIdentifier;
    }
}
