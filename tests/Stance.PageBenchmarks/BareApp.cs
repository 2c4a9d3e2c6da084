using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.FileProviders;
using Stance.Data.Embedded;

namespace Stance.PageBenchmarks;

/// <summary>A Blazor Server app of one page with one ApexCharts line, and nothing else.</summary>
internal static class BareApp
{
    /// <summary>As many points as the line of the sample's opening view.</summary>
    public const int Days = 205;

    public static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/lib",
            FileProvider = new PhysicalFileProvider(Path.Combine(SourceTree.Root!, "src", "Stance.Web", "node_modules", "apexcharts", "dist")),
        });
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<BarePage>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        return app;
    }

    public static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
