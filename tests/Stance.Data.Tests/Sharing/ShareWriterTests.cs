using System.Text;
using Npgsql;
using Stance.Data.People;
using Stance.Data.Sharing;
using Stance.Sharing;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Sharing;

public sealed class ShareWriterTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create__by_an_analyst__is_found_by_its_secret_and_audited()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var draft = SharesOf.Draft("  <img src=x onerror=alert(1)>  ") with { Freeze = true };

        var secret = await shares.ShareAsync(shares.Analyst, draft);

        var share = await shares.Reader.FindAsync(secret, Cancel);
        Assert.Equal("<img src=x onerror=alert(1)>", share!.Label);
        Assert.Equal(draft.View.Period, share.View.Period);
        Assert.Equal((shares.Analyst.Id, "Ana"), (share.CreatedBy, share.CreatedByName));
        Assert.Equal(shares.People.Clock.GetUtcNow(), share.View.AsOf.Instant);
        Assert.Equal("share.made", await shares.People.AskAsync<string>($"select action from audit_entry where subject = 'share:{draft.Id}'"));
    }

    [Fact]
    public async Task Create__then_searched_in_every_table__the_secret_stands_nowhere()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var secret = await shares.ShareAsync(shares.Analyst, SharesOf.Draft());
        await shares.StateAsync(secret);

        var everything = new StringBuilder();
        foreach (var table in (string[])["share", "audit_entry", "change_feed", "command_log", "setting"])
            everything.Append(await shares.People.AskAsync<string>($"select coalesce(string_agg(t::text, ' '), '') from {table} t"));

        Assert.DoesNotContain(secret, everything.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Convert.ToHexString(ShareSecret.Hash(secret)), everything.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Create__repeated__shares_once_and_audits_once()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var (draft, secret) = (SharesOf.Draft(), ShareSecret.New());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shares.Writer.CreateAsync(shares.Analyst, draft, secret, Cancel)));

        Assert.Equal(1, await shares.People.AskAsync<long>("select count(*) from share"));
        Assert.Equal(1, await shares.People.AskAsync<long>("select count(*) from audit_entry where action = 'share.made'"));
    }

    [Fact]
    public async Task Create__an_id_that_is_taken__is_refused_and_the_first_stands()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var draft = SharesOf.Draft();
        var secret = await shares.ShareAsync(shares.Analyst, draft);

        await Assert.ThrowsAsync<ShareRuleException>(() => shares.ShareAsync(shares.OtherAnalyst, draft with { Label = "mine now" }));

        Assert.Equal("Central Asia and the war", (await shares.Reader.FindAsync(secret, Cancel))!.Label);
    }

    [Fact]
    public async Task Create__by_a_viewer_a_token_or_somebody_disabled__is_refused_and_leaves_nothing()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        await shares.People.Persons.DisableAsync(shares.Administrator, shares.OtherAnalyst.Id!.Value, Cancel);

        foreach (var actor in (Actor[])[shares.Viewer, shares.OtherAnalyst, Actor.Console, Actor.Token(Guid.NewGuid(), "nightly", Role.Administrator)])
            await Assert.ThrowsAsync<NotAllowedException>(() => shares.ShareAsync(actor, SharesOf.Draft()));

        Assert.Equal(0, await shares.People.AskAsync<long>("select count(*) from share"));
        Assert.Equal(0, await shares.People.AskAsync<long>("select count(*) from audit_entry where action like 'share.%'"));
    }

    [Fact]
    public async Task Create__bad_drafts__are_refused_and_leave_nothing()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var good = SharesOf.Draft();
        ShareDraft[] bad =
        [
            good with { Label = " " },
            good with { Label = new string('x', 10_000) },
            good with { ExpiresAt = shares.People.Clock.GetUtcNow() },
            good with { View = new ViewState { Countries = [new("XXX")] } },
            good with { View = new ViewState { Axis = "NONE" } },
        ];

        foreach (var draft in bad)
            await Assert.ThrowsAsync<ShareRuleException>(() => shares.ShareAsync(shares.Analyst, draft));

        Assert.Equal(0, await shares.People.AskAsync<long>("select count(*) from share"));
    }

    [Fact]
    public async Task Revoke__by_its_owner__works_at_once_and_a_second_time_changes_nothing()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var draft = SharesOf.Draft();
        var secret = await shares.ShareAsync(shares.Analyst, draft);

        await shares.Writer.RevokeAsync(shares.Analyst, draft.Id, Cancel);
        var revokedAt = (await shares.Reader.FindAsync(secret, Cancel))!.RevokedAt;
        shares.People.Clock.Move(TimeSpan.FromHours(1));
        await shares.Writer.RevokeAsync(shares.Analyst, draft.Id, Cancel);

        Assert.Equal(ShareState.Revoked, await shares.StateAsync(secret));
        Assert.Equal(revokedAt, (await shares.Reader.FindAsync(secret, Cancel))!.RevokedAt);
        Assert.Equal(1, await shares.People.AskAsync<long>("select count(*) from audit_entry where action = 'share.revoked'"));
    }

    [Fact]
    public async Task Revoke__of_somebody_else__only_by_an_administrator()
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var draft = SharesOf.Draft();
        var secret = await shares.ShareAsync(shares.Analyst, draft);

        await Assert.ThrowsAsync<NotAllowedException>(() => shares.Writer.RevokeAsync(shares.OtherAnalyst, draft.Id, Cancel));
        Assert.Equal(ShareState.Open, await shares.StateAsync(secret));

        await shares.Writer.RevokeAsync(shares.Administrator, draft.Id, Cancel);
        Assert.Equal(ShareState.Revoked, await shares.StateAsync(secret));
        await Assert.ThrowsAsync<ShareRuleException>(() => shares.Writer.RevokeAsync(shares.Analyst, Guid.NewGuid(), Cancel));
    }

    [Theory]
    [InlineData("update share set revoked_at = null, revoked_by = null")]
    [InlineData("update share set revoked_at = now() + interval '1 year'")]
    [InlineData("update share set secret_hash = sha256('known'::bytea)")]
    [InlineData("update share set view = 'axis=RUW'")]
    [InlineData("update share set expires_at = null")]
    [InlineData("delete from share")]
    public async Task The_table__changed_by_hand__stays_revoked_and_narrow(string statement)
    {
        await using var shares = await SharesOf.NewAsync(postgres);
        var draft = SharesOf.Draft() with { ExpiresAt = shares.People.Clock.GetUtcNow().AddDays(7) };
        var secret = await shares.ShareAsync(shares.Analyst, draft);
        await shares.Writer.RevokeAsync(shares.Analyst, draft.Id, Cancel);

        await Assert.ThrowsAsync<PostgresException>(() => shares.People.ExecuteAsync(statement));

        Assert.Equal(ShareState.Revoked, await shares.StateAsync(secret));
    }
}
