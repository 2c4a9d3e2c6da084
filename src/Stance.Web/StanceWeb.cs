using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;
using Stance.Web.App;
using Stance.Web.Charts;
using Stance.Web.Exports;
using Stance.Web.Permalinks;
using Stance.Web.Recoding;
using Stance.Web.Search;
using Stance.Web.Sharing;
using Stance.Web.Shifts;

namespace Stance.Web;

/// <summary>Registers and maps the pages.</summary>
public static class StanceWeb
{
    private const long LongestMessage = 512 * 1024;

    public static IServiceCollection AddStanceWeb(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents()
            // A pasted record of votes is longer than the 32 KB a message may have otherwise.
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        services.AddScoped<CircuitHandler, CircuitOrder>();
        services.AddCascadingAuthenticationState();
        services.AddStanceCompression();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => WorldShapes.ReadFile());
        services.AddHostedService<ShiftAlarmJob>();
        services.AddHostedService<AnnouncementJob>();
        services.AddSingleton<PermalinkKeeper>().AddHostedService<PermalinkJob>();
        services.AddSingleton<PaletteViews>();
        services.AddSingleton<PictureMaker>().AddSingleton<ExportReader>();
        services.AddMudServices(mud => mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomStart);
        return services.AddStanceShares();
    }

    /// <summary>What goes wrong gets a page that says so; stands before everything else.</summary>
    public static IApplicationBuilder UseStanceWeb(this IApplicationBuilder app) => PageFaults.Use(app.UseResponseCompression());

    /// <summary>Static files, then the pages. Authentication, authorisation and antiforgery stand before it.</summary>
    public static WebApplication MapStanceWeb(this WebApplication app)
    {
        // A file's address carries a print of what it holds, so browsers may keep it also when the app runs from where it was built.
        app.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";
        app.MapStaticAssets().AllowAnonymous();
        app.MapShares();
        app.MapRazorComponents<AppRoot>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = "'none'");
        return app;
    }
}
