using Stance.Data.People;
using Stance.Data.Sharing;
using Stance.Sharing;
using Stance.Testing;

namespace Stance.Data.Tests.Sharing;

public sealed class ShareReaderTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void New__ten_thousand_secrets__all_different_well_formed_and_evenly_spread()
    {
        var secrets = Enumerable.Range(0, 10_000).Select(_ => ShareSecret.New()).ToList();

        Assert.Equal(secrets.Count, secrets.Distinct().Count());
        Assert.All(secrets, s => Assert.True(ShareSecret.IsWellFormed(s)));
        // 5 bits a character make 160; each place must use the whole alphabet, so that none of them is fixed.
        for (var place = 0; place < ShareSecret.Length; place++)
            Assert.Equal(32, secrets.Select(s => s[place]).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("' or true --aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0000")]
    public async Task Find__never_made__nothing(string secret)
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        await shares.ShareAsync(shares.Analyst, SharesOf.Draft());

        Assert.Null(await shares.Reader.FindAsync(secret, Cancel));
        Assert.Null(await shares.Reader.FindAsync(null, Cancel));
    }

    [Fact]
    public async Task Find__the_secret_in_other_spellings__nothing()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var secret = await shares.ShareAsync(shares.Analyst, SharesOf.Draft());

        foreach (var spelling in (string[])[secret.ToUpperInvariant(), secret + " ", secret[..^1], " " + secret[1..], secret + "a"])
            Assert.Null(await shares.Reader.FindAsync(spelling, Cancel));
    }

    [Fact]
    public async Task Find__after_its_time__says_expired()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var secret = await shares.ShareAsync(shares.Analyst, SharesOf.Draft() with { ExpiresAt = shares.People.Clock.GetUtcNow().AddDays(7) });
        Assert.Equal(ShareState.Open, await shares.StateAsync(secret));

        shares.People.Clock.Move(TimeSpan.FromDays(7));

        Assert.Equal(ShareState.Expired, await shares.StateAsync(secret));
    }

    [Fact]
    public async Task Find__opened_often__is_noted_once_a_minute_and_not_after_revoking()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var draft = SharesOf.Draft();
        var secret = await shares.ShareAsync(shares.Analyst, draft);
        var first = shares.People.Clock.GetUtcNow();
        await shares.Reader.FindAsync(secret, Cancel);
        shares.People.Clock.Move(TimeSpan.FromSeconds(30));
        await shares.Reader.FindAsync(secret, Cancel);
        Assert.Equal(first, (await shares.Reader.FindAsync(secret, Cancel))!.LastOpenedAt);

        await shares.Writer.RevokeAsync(shares.Analyst, draft.Id, Cancel);
        shares.People.Clock.Move(TimeSpan.FromHours(1));
        await shares.Reader.FindAsync(secret, Cancel);

        Assert.Equal(first, (await shares.Reader.FindAsync(secret, Cancel))!.LastOpenedAt);
    }

    [Fact]
    public async Task List__each_sees_their_own_and_the_administrator_all()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        await shares.ShareAsync(shares.Analyst, SharesOf.Draft("one"));
        shares.People.Clock.Move(TimeSpan.FromMinutes(1));
        await shares.ShareAsync(shares.OtherAnalyst, SharesOf.Draft("two"));

        Assert.Equal(["one"], (await shares.Reader.ListAsync(shares.Analyst, Cancel)).Select(s => s.Label));
        Assert.Equal(["two"], (await shares.Reader.ListAsync(shares.OtherAnalyst, Cancel)).Select(s => s.Label));
        Assert.Equal(["two", "one"], (await shares.Reader.ListAsync(shares.Administrator, Cancel)).Select(s => s.Label));
        await Assert.ThrowsAsync<NotAllowedException>(() => shares.Reader.ListAsync(shares.Viewer, Cancel));
    }

    /// <summary>Random commands, failing ones among them, against a model in memory: never is a link more open than the model says.</summary>
    [Fact]
    public async Task ShareLifecycleModel__random_commands__always_as_the_model()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var random = new Random(4711);
        Actor[] people = [shares.Analyst, shares.OtherAnalyst, shares.Administrator, shares.Viewer];
        var model = new List<(string Secret, Guid Id, Actor Owner, DateTimeOffset? Expires, bool IsRevoked)>();
        var commands = Rounds.Of(150, 600);
        for (var i = 0; i < commands; i++)
        {
            var actor = people[random.Next(people.Length)];
            switch (random.Next(5))
            {
                case 0:
                    var draft = SharesOf.Draft() with { ExpiresAt = random.Next(2) == 0 ? null : shares.People.Clock.GetUtcNow().AddHours(random.Next(-2, 20)) };
                    if (await TryAsync(() => shares.ShareAsync(actor, draft)) is { } secret)
                        model.Add((secret, draft.Id, actor, draft.ExpiresAt, false));
                    break;
                case 1 when model.Count > 0:
                    var at = random.Next(model.Count);
                    var may = actor.Role == Role.Administrator || actor == model[at].Owner;
                    await TryAsync(async () =>
                    {
                        await shares.Writer.RevokeAsync(actor, model[at].Id, Cancel);
                        return "";
                    });
                    model[at] = model[at] with { IsRevoked = model[at].IsRevoked || may };
                    break;
                case 2:
                    shares.People.Clock.Move(TimeSpan.FromMinutes(random.Next(90)));
                    break;
                default:
                    break;
            }
            foreach (var (secret, _, _, expires, isRevoked) in model.Where(_ => random.Next(6) == 0))
            {
                var expected = isRevoked ? ShareState.Revoked : expires <= shares.People.Clock.GetUtcNow() ? ShareState.Expired : ShareState.Open;
                Assert.Equal(expected, await shares.StateAsync(secret));
            }
        }

        Assert.True(model.Count > commands / 15 && model.Any(m => m.IsRevoked) && model.Any(m => m.Expires is not null));
    }

    private static async Task<string?> TryAsync(Func<Task<string>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception refusal) when (refusal is NotAllowedException or ShareRuleException)
        {
            return null;
        }
    }
}
