using Stance.Data.People;
using Stance.Testing;

namespace Stance.Data.Tests.People;

public sealed class TokenTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("analyst", Role.Analyst)]
    [InlineData("curator", Role.Curator)]
    [InlineData("administrator", Role.Administrator)]
    public async Task Token__made__is_found_with_its_role_and_notes_its_use(string role, Role expected)
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var secret = await people.Tokens.CreateAsync(Actor.Console, "  nightly ", role, TestContext.Current.CancellationToken);

        var token = await people.TokenReader.FindAsync(secret, TestContext.Current.CancellationToken);

        Assert.Equal(expected, token!.Role);
        Assert.Equal("nightly", token.Name);
        Assert.Equal(people.Clock.GetUtcNow(), (await people.TokenReader.ListAsync(TestContext.Current.CancellationToken))[0].LastUsedAt);
    }

    [Fact]
    public async Task Token__revoked__is_found_no_more()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var secret = await people.Tokens.CreateAsync(Actor.Console, "nightly", "analyst", TestContext.Current.CancellationToken);
        var token = await people.TokenReader.FindAsync(secret, TestContext.Current.CancellationToken);

        await people.Tokens.RevokeAsync(Actor.Console, token!.Id, TestContext.Current.CancellationToken);

        Assert.Null(await people.TokenReader.FindAsync(secret, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("stance_")]
    [InlineData("stance_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' or true --")]
    public async Task Token__never_made__is_not_found(string secret)
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        await people.Tokens.CreateAsync(Actor.Console, "nightly", "analyst", TestContext.Current.CancellationToken);

        Assert.Null(await people.TokenReader.FindAsync(secret, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("nightly", "owner")]
    [InlineData("nightly", "viewer")]
    [InlineData("nightly", "Analyst")]
    [InlineData("", "analyst")]
    [InlineData("a\nb", "analyst")]
    public async Task Token__with_a_bad_name_or_role__is_refused(string name, string role)
    {
        await using var people = await PeopleOf.NewAsync(postgres);

        await Assert.ThrowsAsync<PeopleRuleException>(
            () => people.Tokens.CreateAsync(Actor.Console, name, role, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Secret__new__has_at_least_160_random_bits()
    {
        var secrets = Enumerable.Range(0, 1000).Select(_ => Secret.New()).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(1000, secrets.Count);
        Assert.All(secrets, s => Assert.True(s.Length * 6 >= 160));
    }
}
