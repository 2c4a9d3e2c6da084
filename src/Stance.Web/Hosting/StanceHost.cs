using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Console;
using Stance.Data;
using Stance.Data.Sample;

namespace Stance.Web.Hosting;

/// <summary>How the app is set up before its parts are registered, and how it serves until it is told to stop.</summary>
public static class StanceHost
{
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(5);

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Published, the assets lie beside the program; from source they are found by the build's own list.
            ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        Addresses.UseDefault(builder);
        // Standard output carries what a person or a script asked for, and nothing else.
        builder.Logging.ClearProviders()
            .AddSimpleConsole(line => line.SingleLine = true)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Stance", LogLevel.Information)
            // A failed start is told in one line by StartFaults.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSingleton<Greeting>();
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = FarewellTime);
        return builder;
    }

    /// <summary>The schema is brought up to date before anything reads from it; an embedded database starts with the sample.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app, DatabaseHome home, CancellationToken cancel)
    {
        await app.Services.GetRequiredService<Migrator>().ApplyAsync(cancel);
        if (home.IsEmbedded)
            await app.Services.GetRequiredService<SampleContent>().LoadAsync(cancel);
    }

    public static async Task<int> ServeAsync(this WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StanceStartException(Addresses.InUse(app.Configuration), e);
        }
        await app.Services.GetRequiredService<Greeting>().PrintAsync(Addresses.ForBrowser(app.Urls));
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
