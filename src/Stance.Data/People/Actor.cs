namespace Stance.Data.People;

/// <summary>Who does something: a signed-in person, an API token, or whoever holds the console of the machine.</summary>
public sealed record Actor
{
    private Actor(string kind, Guid? id, string name, Role role)
    {
        Kind = kind;
        Id = id;
        Name = name;
        Role = role;
    }

    /// <summary>The machine's own console: it may do all, since it holds the database anyway.</summary>
    public static Actor Console { get; } = new("console", null, "console", Role.Administrator);

    public string Kind { get; }

    public Guid? Id { get; }

    public string Name { get; }

    public Role Role { get; }

    /// <summary>As audit and idempotency keys name the actor: <c>person:0197…</c>.</summary>
    public string Key => Id is { } id ? $"{Kind}:{id}" : Kind;

    public bool IsPerson => Kind == "person";

    public static Actor Person(Guid id, string name, Role role) => new("person", id, name, role);

    public static Actor Token(Guid id, string name, Role role) => new("token", id, name, role);

    /// <exception cref="NotAllowedException">The role is lower.</exception>
    public void Require(Role least)
    {
        if (Role < least)
            throw new NotAllowedException($"This needs the role {least.Name()}.");
    }
}
