using Stance.Data.People;
using Stance.Testing;

namespace Stance.Data.Tests.People;

public sealed class OneTimeLinkTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Link_for_the_first_administrator__used__makes_one_and_is_dead()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var secret = (await people.Links.ForFirstAdministratorAsync(TestContext.Current.CancellationToken))!;

        var first = await people.Join.UseAsync(secret, "Ada", "ada@example.org", PeopleOf.Hash, TestContext.Current.CancellationToken);
        var second = await people.Join.UseAsync(secret, "Eve", "eve@example.org", PeopleOf.Hash, TestContext.Current.CancellationToken);

        Assert.NotNull(first);
        Assert.Null(second);
        Assert.Equal("administrator", await people.AskAsync<string>("select role from app_user"));
    }

    [Fact]
    public async Task Link__used_by_many_at_once__opens_once()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var secret = (await people.Links.ForFirstAdministratorAsync(TestContext.Current.CancellationToken))!;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => people.Join.UseAsync(secret, $"Ada {i}", $"ada{i}@example.org", PeopleOf.Hash))));

        Assert.Single(outcomes, o => o is not null);
        Assert.Equal(1, await people.AskAsync<int>("select count(*)::int from app_user"));
    }

    [Fact]
    public async Task Link_for_the_first_administrator__asked_for_again__replaces_the_one_before()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var old = (await people.Links.ForFirstAdministratorAsync(TestContext.Current.CancellationToken))!;
        var fresh = (await people.Links.ForFirstAdministratorAsync(TestContext.Current.CancellationToken))!;

        Assert.Null(await people.LinkReader.FindAsync(old, TestContext.Current.CancellationToken));
        Assert.NotNull(await people.LinkReader.FindAsync(fresh, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Link_for_the_first_administrator__when_there_is_one__is_not_made()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        await people.FirstAdministratorAsync();

        Assert.Null(await people.Links.ForFirstAdministratorAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public async Task Link_for_the_first_administrator__after_an_hour__is_dead(int minutes, bool opens)
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var secret = (await people.Links.ForFirstAdministratorAsync(TestContext.Current.CancellationToken))!;

        people.Clock.Move(TimeSpan.FromMinutes(minutes));

        Assert.Equal(opens, await people.LinkReader.FindAsync(secret, TestContext.Current.CancellationToken) is not null);
        Assert.Equal(opens, await people.Join.UseAsync(
            secret, "Ada", "ada@example.org", PeopleOf.Hash, TestContext.Current.CancellationToken) is not null);
    }

    [Fact]
    public async Task Invitation__used_with_another_address__keeps_the_address_invited()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var administrator = await people.FirstAdministratorAsync();
        var secret = await people.Links.InviteAsync(administrator, "bo@example.org", Role.Curator, TestContext.Current.CancellationToken);

        await people.Join.UseAsync(secret, "Bo", "ada@example.org", PeopleOf.Hash, TestContext.Current.CancellationToken);

        Assert.Equal("curator", await people.AskAsync<string>("select role from app_user where email = 'bo@example.org'"));
    }

    [Fact]
    public async Task Invitation__revoked__opens_nothing()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var administrator = await people.FirstAdministratorAsync();
        var secret = await people.Links.InviteAsync(administrator, "bo@example.org", Role.Viewer, TestContext.Current.CancellationToken);
        var link = Assert.Single(await people.LinkReader.OpenAsync(TestContext.Current.CancellationToken));

        await people.Links.RevokeAsync(administrator, link.Id, TestContext.Current.CancellationToken);

        Assert.Null(await people.Join.UseAsync(secret, "Bo", "", PeopleOf.Hash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Invitation__of_somebody_who_is_here__is_refused()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var administrator = await people.FirstAdministratorAsync();

        await Assert.ThrowsAsync<PeopleRuleException>(
            () => people.Links.InviteAsync(administrator, "ADA@example.org", Role.Viewer, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Link_for_a_new_password__used__ends_the_sessions_and_lifts_the_rest()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var administrator = await people.FirstAdministratorAsync();
        var bo = await people.PersonAsync(administrator, "bo", Role.Analyst);
        var session = await people.SignInAsync(bo);
        for (var guess = 0; guess < SignInTries.MostInRow; guess++)
            await people.Tries.CountAsync("bo@example.org", TestContext.Current.CancellationToken);

        var secret = await people.Links.ForNewPasswordAsync(administrator, bo.Id!.Value, TestContext.Current.CancellationToken);
        await people.Join.UseAsync(secret, "", "", "other hash", TestContext.Current.CancellationToken);

        Assert.Null(await people.SessionReader.FindAsync(session, TestContext.Current.CancellationToken));
        Assert.True(await people.Tries.CountAsync("bo@example.org", TestContext.Current.CancellationToken));
        Assert.Equal("other hash", await people.AskAsync<string>("select password_hash from app_user where email = 'bo@example.org'"));
    }

    [Fact]
    public async Task Secrets__of_links_and_tokens__stand_nowhere_in_the_database()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var administrator = await people.FirstAdministratorAsync();
        var link = await people.Links.InviteAsync(administrator, "bo@example.org", Role.Viewer, TestContext.Current.CancellationToken);
        var token = await people.Tokens.CreateAsync(Actor.Console, "nightly", "analyst", TestContext.Current.CancellationToken);

        var all = await people.AskAsync<string>(
            "select (select string_agg(l::text, '') from one_time_link l) || (select string_agg(t::text, '') from api_token t)"
            + " || (select string_agg(a::text, '') from audit_entry a)");

        Assert.DoesNotContain(link, all, StringComparison.Ordinal);
        Assert.DoesNotContain(token, all, StringComparison.Ordinal);
    }
}
