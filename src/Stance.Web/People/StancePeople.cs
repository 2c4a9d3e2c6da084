using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Stance.Data.People;
using Stance.Web.Api;
using Stance.Web.App;

namespace Stance.Web.People;

/// <summary>Who may do what: sessions, tokens, roles, and what every request and response must hold to.</summary>
public static class StancePeople
{
    private const long LargestRequest = 1024 * 1024;
    private const int ShortestPassword = 12;
    private const int HashIterations = 210_000;

    public static IServiceCollection AddStancePeople(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddDataProtection().SetApplicationName("stance");
        services.AddOptions<KeyManagementOptions>().Configure<KeyRepository>((options, keys) => options.XmlRepository = keys);
        // The keys lie beside the data they protect; whoever reads that database reads more than cookies.
        services.AddLogging(log => log
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter(typeof(TokenAuthentication).FullName, LogLevel.Warning));
        services.Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = LargestRequest);
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "stance-form";
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            form.Cookie.SameSite = SameSiteMode.Strict;
            // ResponseHeaders says it for every response.
            form.SuppressXFrameOptionsHeader = true;
        });
        services.AddExceptionHandler<PageFaults>();
        services.AddScoped<SiteAddress>();
        services.AddRateLimiter(RateLimits.Configure);
        services.AddAuthorization(Policies.Declare);
        return services.AddSignIn().AddCircuitWatch().AddSingleton<BootstrapLink>();
    }

    /// <summary>Stands before every endpoint, in this order.</summary>
    public static WebApplication UseStancePeople(this WebApplication app)
    {
        app.UseSecurityHeaders(ResponseHeaders.Policy);
        app.Use(ResponseHeaders.ForbidKeeping);
        app.UseStanceApi();
        app.Use(OwnOrigin.Require);
        app.Use(SessionCookie.ForgetBeforeSignIn);
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(app.Services.GetRequiredService<Circuits>().Track);
        return app;
    }

    public static void MapStancePeople(this IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", SignOutAsync);

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        await context.SignOutAsync(SessionCookie.Scheme);
        return Results.LocalRedirect("/sign-in");
    }

    private static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<AppUser>(identity =>
        {
            // Length is what counts; rules about kinds of characters make passwords worse.
            identity.Password.RequiredLength = ShortestPassword;
            identity.Password.RequiredUniqueChars = 4;
            identity.Password.RequireDigit = false;
            identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
        }).AddUserStore<UserStore>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.AddScoped<PasswordCheck>();
        services.AddSingleton(_ => new DecoyHash(new PasswordHasher<AppUser>(
            Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = HashIterations }))));
        services.AddSingleton<ITicketStore, TicketStore>();
        services.AddOptions<CookieAuthenticationOptions>(SessionCookie.Scheme).Configure<ITicketStore>(SessionCookie.Configure);
        services.AddAuthentication(scheme => scheme.DefaultScheme = "Stance")
            .AddPolicyScheme("Stance", null, either => either.ForwardDefaultSelector = Scheme)
            .AddCookie(SessionCookie.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null);
        return services;
    }

    private static IServiceCollection AddCircuitWatch(this IServiceCollection services) => services
        .AddSingleton<Circuits>()
        .AddScoped<CircuitHandler, CircuitTracker>()
        .AddHostedService<CircuitCloser>();

    /// <summary>Tokens open the API only; a session opens both.</summary>
    private static string Scheme(HttpContext context) =>
        context.IsApi() && (context.Request.Headers.ContainsKey("Authorization") || !SessionCookie.IsOn(context.Request))
            ? TokenAuthentication.Scheme
            : SessionCookie.Scheme;
}
