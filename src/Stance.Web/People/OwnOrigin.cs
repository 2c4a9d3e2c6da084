namespace Stance.Web.People;

/// <summary>
/// A cookie travels with requests that other sites make in a reader's browser; so what changes something, and the circuit's
/// connection, must come from our own pages.
/// </summary>
public static class OwnOrigin
{
    public static Task Require(HttpContext context, RequestDelegate next)
    {
        if (!Guarded(context) || IsOwn(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool Guarded(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        || context.WebSockets.IsWebSocketRequest
        || (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && SessionCookie.IsOn(context.Request));

    /// <summary>Programs send neither header and hold no one's cookies; "null" is what a page under no-referrer sends.</summary>
    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
            return false;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || (origin == "null" && site == "same-origin"))
            return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, Host(request, from), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>With the port left out where it is the usual one, as browsers write it.</summary>
    private static string Host(HttpRequest request, Uri from) =>
        Uri.TryCreate($"{from.Scheme}://{request.Host.Value}", UriKind.Absolute, out var own) ? own.Authority : request.Host.Value ?? "";
}
