using Microsoft.Extensions.DependencyInjection;
using Stance.Data.People;
using Stance.Data.Sharing;
using Stance.EndToEnd.App;
using Stance.Sharing;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.EndToEnd.Sharing;

/// <summary>An app of this class's own, with an administrator who shares views.</summary>
public sealed class SharingApp(AppFixture fixture) : IAsyncLifetime
{
    private RunningApp app = null!;
    private Actor owner = null!;

    public Uri Address => app.Address;

    public IServiceProvider Services => app.Services;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await fixture.StartAsync();
        var person = await TestPeople.JoinAsync(app.Services, Role.Administrator);
        owner = Actor.Person(person.Id, person.Name, Role.Administrator);
    }

    /// <returns>The secret.</returns>
    public async Task<string> ShareAsync(ViewState view, string label, bool freeze = false)
    {
        var secret = ShareSecret.New();
        await app.Services.GetRequiredService<ShareWriter>().CreateAsync(
            owner, new ShareDraft(Guid.NewGuid(), label, view, null, freeze), secret, Cancel);
        return secret;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
