using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Stance.Data.People;
using Stance.Data.Sharing;
using Stance.EndToEnd.App;
using Stance.Sharing;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.EndToEnd.Entry;

/// <summary>An app in which every text field of everything on file holds hostile text, and an administrator of such a name.</summary>
public sealed class HostileApp(AppFixture fixture) : IAsyncLifetime
{
    public const string View = "countries=KAZ&from=2022-04-01&to=2022-04-20";

    private const string Collection = "hostile";
    private readonly List<Guid> acts = [];
    private RunningApp app = null!;

    public Uri Address => app.Address;

    public HttpClient Program { get; private set; } = null!;

    public TestPerson Administrator { get; private set; } = null!;

    /// <summary>The acts, in the order of <see cref="Hostile.Kept"/>.</summary>
    public IReadOnlyList<Guid> Acts => acts;

    /// <summary>The secrets of shared views whose titles are hostile.</summary>
    public IReadOnlyList<string> Shared { get; private set; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var database = await fixture.NewDatabaseAsync();
        await AddCollectionAsync(database);
        app = await RunningApp.StartAsync(database);
        Administrator = await TestPeople.JoinAsync(app.Services, Role.Administrator, Hostile.Image);
        foreach (var name in Hostile.Kept)
            await TestPeople.JoinAsync(app.Services, Role.Viewer, name);
        await app.Services.GetRequiredService<TokenWriter>().CreateAsync(Actor.Console, Hostile.Image, "analyst", Cancel);
        Program = await People.Administrator.TokenClientAsync(app.Address, app.Services, "curator");
        for (var i = 0; i < Hostile.Kept.Length; i++)
            acts.Add(await Program.EnterAsync(Hostile.Act(Hostile.Kept[i], i + 2, Collection)));
        Shared = [.. await Task.WhenAll(Hostile.Kept.Select(ShareAsync))];
    }

    private async Task<string> ShareAsync(string label)
    {
        var secret = ShareSecret.New();
        var (view, _) = ViewStateUrl.Parse(ViewStateUrl.Pairs("?" + View), TimeProvider.System.GetUtcNow());
        await app.Services.GetRequiredService<ShareWriter>().CreateAsync(
            Administrator.Actor, new ShareDraft(Guid.NewGuid(), label, view, null, Freeze: false), secret, Cancel);
        return secret;
    }

    /// <summary>Nobody can name a collection on a page yet; what is on file may hold anything.</summary>
    private static async Task AddCollectionAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand("insert into collection (code, name, description, citation) values ($1, $2, $2, $2)", connection)
        {
            Parameters = { new() { Value = Collection }, new() { Value = Hostile.Image } },
        };
        await command.ExecuteNonQueryAsync(Cancel);
    }

    public ValueTask DisposeAsync()
    {
        Program.Dispose();
        return app.DisposeAsync();
    }
}
