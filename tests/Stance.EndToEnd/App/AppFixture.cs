using Stance.EndToEnd.App;
using Stance.Testing;

[assembly: AssemblyFixture(typeof(AppFixture))]

namespace Stance.EndToEnd.App;

/// <summary>
/// The app with the sample content on a real loopback port, in this process and shared by all tests that only look.
/// A test that changes something starts its own with <see cref="StartAsync"/>.
/// </summary>
public sealed class AppFixture : IAsyncLifetime
{
    private readonly PostgresFixture postgres = new();
    private RunningApp? shared;

    public Uri Address => shared!.Address;

    public IServiceProvider Services => shared!.Services;

    public async ValueTask InitializeAsync()
    {
        await postgres.InitializeAsync();
        shared = await StartAsync();
    }

    /// <returns>The connection string of a fresh database.</returns>
    public Task<string> NewDatabaseAsync(bool withSample = true) => postgres.NewDatabaseAsync(withSample);

    /// <summary>An app on a database of its own; dispose it.</summary>
    public async Task<RunningApp> StartAsync(bool withSample = true) =>
        await RunningApp.StartAsync(await NewDatabaseAsync(withSample));

    public async ValueTask DisposeAsync()
    {
        if (shared is not null)
            await shared.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
