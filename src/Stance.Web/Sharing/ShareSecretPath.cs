using Microsoft.AspNetCore.Http.Features;

namespace Stance.Web.Sharing;

/// <summary>
/// Takes the secret of a shared view out of a request's path before anything else sees it: whatever logs, traces or measures
/// requests, by default or set up later, finds <c>/s/~</c> there.
/// </summary>
public sealed class ShareSecretPath(IServiceProvider services) : IHttpContextFactory
{
    public const string Prefix = "/s/";
    private const string InsteadOf = "~";

    private readonly DefaultHttpContextFactory inner = new(services);

    /// <summary>The path of a shared view, for links on its own page.</summary>
    public static string Of(string secret, string query = "", string file = "") =>
        $"{Prefix}{Uri.EscapeDataString(secret)}{file}{(query.Length == 0 ? "" : "?" + query)}";

    /// <summary>The secret that came with this request.</summary>
    public static string? SecretOf(HttpContext context) => context?.Features.Get<ShareSecretFeature>()?.Secret;

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        ArgumentNullException.ThrowIfNull(featureCollection);
        if (featureCollection.Get<IHttpRequestFeature>() is { } request && request.Path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            Take(featureCollection, request);
        return inner.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => inner.Dispose(httpContext);

    private static void Take(IFeatureCollection features, IHttpRequestFeature request)
    {
        var end = request.Path.IndexOf('/', Prefix.Length);
        var secret = end < 0 ? request.Path[Prefix.Length..] : request.Path[Prefix.Length..end];
        if (secret.Length == 0)
            return;
        features.Set(new ShareSecretFeature(secret));
        request.Path = Prefix + InsteadOf + (end < 0 ? "" : request.Path[end..]);
        request.RawTarget = request.Path + request.QueryString;
    }

    private sealed record ShareSecretFeature(string Secret);
}
