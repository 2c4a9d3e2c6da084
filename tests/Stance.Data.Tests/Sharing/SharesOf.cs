using Microsoft.Extensions.Logging.Abstractions;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Data.Sharing;
using Stance.Data.Tests.People;
using Stance.Sharing;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Sharing;

/// <summary>Shared views over one fresh database, four people and a clock that the test moves.</summary>
internal sealed class SharesOf : IAsyncDisposable
{
    private SharesOf(PeopleOf people, ActFeed feed)
    {
        (People, Feed) = (people, feed);
        Writer = new ShareWriter(people.Database, feed, people.Audit, people.Clock);
        Reader = new ShareReader(people.Database, people.Clock);
    }

    public PeopleOf People { get; }

    public ActFeed Feed { get; }

    public ShareWriter Writer { get; }

    public ShareReader Reader { get; }

    public Actor Administrator { get; private set; } = null!;

    public Actor Analyst { get; private set; } = null!;

    public Actor OtherAnalyst { get; private set; } = null!;

    public Actor Viewer { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SharesOf> NewAsync(PostgresFixture postgres)
    {
        var people = await PeopleOf.NewAsync(postgres);
        var feed = new ActFeed(
            people.Database, new RegisterReader(people.Database), new ActColumnsReader(people.Database), NullLogger<ActFeed>.Instance);
        await feed.LoadAsync(Cancel);
        var administrator = await people.FirstAdministratorAsync();
        return new SharesOf(people, feed)
        {
            Administrator = administrator,
            Analyst = await people.PersonAsync(administrator, "Ana", Role.Analyst),
            OtherAnalyst = await people.PersonAsync(administrator, "Otto", Role.Analyst),
            Viewer = await people.PersonAsync(administrator, "Vi", Role.Viewer),
        };
    }

    public static ShareDraft Draft(string label = "Central Asia and the war") => new(
        Guid.NewGuid(), label,
        new ViewState { Countries = [new("KAZ")], Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)) }, null, false);

    /// <returns>The secret.</returns>
    public async Task<string> ShareAsync(Actor actor, ShareDraft draft)
    {
        var secret = ShareSecret.New();
        await Writer.CreateAsync(actor, draft, secret, Cancel);
        return secret;
    }

    public async Task<ShareState?> StateAsync(string secret) => (await Reader.FindAsync(secret, Cancel))?.StateAt(People.Clock.GetUtcNow());

    public ValueTask DisposeAsync() => People.DisposeAsync();
}
