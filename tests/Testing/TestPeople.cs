using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Stance.Data.People;

namespace Stance.Testing;

/// <summary>People for tests, made by the same one-time links as everybody else.</summary>
public static class TestPeople
{
    public const string Password = "seven quiet grey herons";

    /// <summary>Made once, and with the app's own number of rounds: at another, every first sign-in would make it again.</summary>
    private static readonly string Hash = new PasswordHasher<AppUser>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }))
        .HashPassword(new AppUser(), Password);

    /// <summary>A new person with this role, whom <see cref="Password"/> signs in.</summary>
    public static async Task<TestPerson> JoinAsync(IServiceProvider services, Role role, string? name = null)
    {
        name ??= $"{role} {Guid.NewGuid():N}"[..20];
        var email = $"{Guid.NewGuid():N}@example.org";
        var links = services.GetRequiredService<LinkWriter>();
        var secret = await links.ForFirstAdministratorAsync();
        if (secret is not null && role != Role.Administrator)
        {
            await JoinAsync(services, Role.Administrator);
            secret = null;
        }
        secret ??= await links.InviteAsync(Actor.Console, email, role);
        // An app that has just started prints a first link of its own, which ends ours.
        return await services.GetRequiredService<JoinWriter>().UseAsync(secret, name, email, Hash) is { } id
            ? new TestPerson(id, name, email, role)
            : await JoinAsync(services, role, name);
    }
}

/// <summary>Somebody who can sign in.</summary>
public sealed record TestPerson(Guid Id, string Name, string Email, Role Role)
{
    public Actor Actor => Actor.Person(Id, Name, Role);
}
