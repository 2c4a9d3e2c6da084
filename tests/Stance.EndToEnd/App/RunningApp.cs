using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Stance.EndToEnd.App;

/// <summary>The whole app with a real Kestrel on a free loopback port.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly Factory factory;

    private RunningApp(Factory factory) => this.factory = factory;

    public Uri Address => factory.ClientOptions.BaseAddress;

    public IServiceProvider Services => factory.Services;

    public static RunningApp Start(string connectionString)
    {
        var factory = new Factory(connectionString);
        factory.UseKestrel(0);
        factory.StartServer();
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
