using Microsoft.Extensions.Logging.Abstractions;
using Stance.Data.People;
using Stance.Testing;

namespace Stance.Data.Tests.People;

public sealed class SessionTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Session__unused_for_longer_than_allowed__has_run_out()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var session = await people.SignInAsync(await people.FirstAdministratorAsync());

        people.Clock.Move(SessionWriter.Idle);

        Assert.Null(await people.SessionReader.FindAsync(session, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Session__in_use__lasts_but_never_past_its_end()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var session = await people.SignInAsync(await people.FirstAdministratorAsync());
        var step = SessionWriter.Idle / 2;

        var lasted = TimeSpan.Zero;
        while (await people.SessionReader.FindAsync(session, TestContext.Current.CancellationToken) is not null && lasted < TimeSpan.FromDays(30))
        {
            await people.Sessions.RenewAsync([session], TestContext.Current.CancellationToken);
            people.Clock.Move(step);
            lasted += step;
        }

        Assert.Equal(SessionWriter.Longest, lasted);
    }

    [Fact]
    public async Task Session__ended__is_gone_and_the_others_stay()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var ada = await people.FirstAdministratorAsync();
        var (ended, kept) = (await people.SignInAsync(ada), await people.SignInAsync(ada));

        await people.Sessions.EndAsync(ended, TestContext.Current.CancellationToken);

        var live = await people.SessionReader.LiveAsync(
            [Convert.ToHexString(ended), Convert.ToHexString(kept)], TestContext.Current.CancellationToken);
        Assert.Equal([Convert.ToHexString(kept)], live);
    }

    [Fact]
    public async Task Session__ended_elsewhere__is_heard_by_whoever_listens()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var session = await people.SignInAsync(await people.FirstAdministratorAsync());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var calls = 0;
        var listening = new TaskCompletionSource();
        var heard = new TaskCompletionSource();
        var listener = new PeopleFeed(people.Database, NullLogger<PeopleFeed>.Instance).ListenAsync(
            () =>
            {
                if (++calls == 1)
                    listening.SetResult();
                else
                    heard.TrySetResult();
                return Task.CompletedTask;
            },
            TimeSpan.FromMinutes(5),
            stop.Token);
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(20), stop.Token);

        await people.Sessions.EndAsync(session, stop.Token);

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(5), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listener);
    }
}
