using Stance.Data.People;
using Stance.Testing;

namespace Stance.Data.Tests.People;

public sealed class SignInTriesTests(PostgresFixture postgres)
{
    private const string Email = "ada@example.org";

    [Fact]
    public async Task Guesses__in_a_row__rest_after_ten()
    {
        await using var people = await WithAdaAsync();
        Assert.Equal(SignInTries.MostInRow, await GuessAsync(people, 30));

        people.Clock.Move(SignInTries.Rest + TimeSpan.FromSeconds(1));

        Assert.Equal(SignInTries.MostInRow, await GuessAsync(people, 30));
    }

    [Fact]
    public async Task Guesses__side_by_side__count_each()
    {
        await using var people = await WithAdaAsync();

        var allowed = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => people.Tries.CountAsync(Email))));

        Assert.Equal(SignInTries.MostInRow, allowed.Count(a => a));
    }

    [Fact]
    public async Task Guesses__all_day__are_looked_at_a_hundred_times_at_most()
    {
        await using var people = await WithAdaAsync();
        people.Clock.Move(-TimeSpan.FromHours(11.9));

        var looked = 0;
        for (var quarter = 0; quarter < 80; quarter++)
        {
            looked += await GuessAsync(people, 12);
            people.Clock.Move(SignInTries.Rest + TimeSpan.FromSeconds(1));
        }

        Assert.Equal(SignInTries.MostInDay, looked);
    }

    [Fact]
    public async Task Right_password__forgives_the_row()
    {
        await using var people = await WithAdaAsync();
        await GuessAsync(people, SignInTries.MostInRow - 1);
        var id = await people.AskAsync<Guid>("select id from app_user");

        await people.Tries.CountAsync(Email, TestContext.Current.CancellationToken);
        await people.Tries.ForgiveAsync(id, TestContext.Current.CancellationToken);

        Assert.Equal(SignInTries.MostInRow, await GuessAsync(people, 30));
    }

    [Fact]
    public async Task Guess__at_an_unknown_address__is_not_looked_at()
    {
        await using var people = await WithAdaAsync();

        Assert.False(await people.Tries.CountAsync("nobody@example.org", TestContext.Current.CancellationToken));
    }

    private static async Task<int> GuessAsync(PeopleOf people, int guesses)
    {
        var looked = 0;
        for (var guess = 0; guess < guesses; guess++)
        {
            if (await people.Tries.CountAsync(Email))
                looked++;
        }
        return looked;
    }

    private async Task<PeopleOf> WithAdaAsync()
    {
        var people = await PeopleOf.NewAsync(postgres);
        await people.FirstAdministratorAsync();
        return people;
    }
}
