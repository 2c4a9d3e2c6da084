using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Stance.Data.People;
using Stance.Web.Api;

namespace Stance.Web.People;

/// <summary>The cookie of a signed-in person: a key to a session in the database.</summary>
public static class SessionCookie
{
    public const string Scheme = "Session";

    private const string Name = "stance";

    public static void Configure(CookieAuthenticationOptions options, ITicketStore tickets)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.CookieManager = new HostPrefix();
        options.SessionStore = tickets;
        options.ExpireTimeSpan = SessionWriter.Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/not-allowed";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    public static bool IsOn(HttpRequest request) => request.Cookies.ContainsKey(HostPrefix.NameFor(request, Name));

    /// <summary>
    /// Who signs in gets a new session, never the one whose cookie came along (somebody may have planted it): the cookie is
    /// taken off such requests before anything reads it.
    /// </summary>
    public static Task ForgetBeforeSignIn(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        var signsIn = path.StartsWithSegments("/welcome", StringComparison.OrdinalIgnoreCase)
            || (HttpMethods.IsPost(context.Request.Method) && path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase));
        if (signsIn && context.Request.Cookies.Count > 0)
        {
            var own = HostPrefix.NameFor(context.Request, Name);
            var kept = context.Request.Cookies.Where(c => c.Key != own).Select(c => $"{c.Key}={Uri.EscapeDataString(c.Value)}");
            context.Request.Headers.Cookie = string.Join("; ", kept);
        }
        return next(context);
    }

    /// <summary>Pages send a person to the sign-in page; programs and the circuit get the bare status.</summary>
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.HttpContext.IsApi() || !HttpMethods.IsGet(context.Request.Method)
            || context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>Over https the name gets the prefix that browsers guard: no other host may have set it.</summary>
    private sealed class HostPrefix : ICookieManager
    {
        private readonly ChunkingCookieManager inner = new();

        public static string NameFor(HttpRequest request, string key) => request.IsHttps ? "__Host-" + key : key;

        public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, NameFor(context.Request, key));

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
            inner.AppendResponseCookie(context, NameFor(context.Request, key), value, options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
            inner.DeleteCookie(context, NameFor(context.Request, key), options);
    }
}
