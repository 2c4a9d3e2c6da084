using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Stance.Web.Hosting;

namespace Stance.EndToEnd.App;

/// <summary>The whole app with a real Kestrel on a free loopback port.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly Factory factory;

    private RunningApp(Factory factory) => this.factory = factory;

    public Uri Address => factory.ClientOptions.BaseAddress;

    public IServiceProvider Services => factory.Services;

    /// <summary>Ready as it is for a person: the address and the first administrator's link are printed.</summary>
    public static async Task<RunningApp> StartAsync(string connectionString)
    {
        var factory = new Factory(connectionString);
        factory.UseKestrel(0);
        factory.StartServer();
        await factory.Services.GetRequiredService<Greeting>().Printed;
        return new(factory);
    }

    public HttpClient NewClient() => new() { BaseAddress = Address };

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    private sealed class Factory(string connectionString) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder.UseSetting("ConnectionStrings:Stance", connectionString).UseSetting("urls", "http://127.0.0.1:0");
    }
}
