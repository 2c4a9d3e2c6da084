using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace Stance.Web.People;

/// <summary>What every response tells browsers: what it may load and do, who may frame it, who may keep it.</summary>
public static class ResponseHeaders
{
    private static readonly string[] Unused =
        ["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb"];

    public static HeaderPolicyCollection Policy { get; } = new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
        .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains()
        .AddCustomHeader("Permissions-Policy", string.Join(", ", Unused.Select(feature => $"{feature}=()")))
        .RemoveServerHeader()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().Self();
            policy.AddScriptSrc().Self().WithNonce();
            // MudBlazor writes style attributes and its theme into the page; scripts stay strict.
            policy.AddStyleSrc().Self().UnsafeInline();
            policy.AddImgSrc().Self().Data().Blob();
            policy.AddFontSrc().Self().Data();
            policy.AddConnectSrc().Self();
            policy.AddObjectSrc().None();
            policy.AddBaseUri().Self();
            policy.AddFormAction().Self();
            policy.AddFrameAncestors().None();
        });

    /// <summary>Nothing made for one reader is kept anywhere; only static files, the same for all, may be.</summary>
    public static Task ForbidKeeping(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var isAsset = context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
            var isMadeForOne = context.User.Identity?.IsAuthenticated == true || !context.Response.Headers.ContainsKey(HeaderNames.CacheControl);
            if (!isAsset && isMadeForOne)
                context.Response.Headers.CacheControl = "no-store";
            if (context.Request.Path.StartsWithSegments("/welcome", StringComparison.OrdinalIgnoreCase)
                || context.Request.Path.StartsWithSegments("/s", StringComparison.OrdinalIgnoreCase))
                context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
