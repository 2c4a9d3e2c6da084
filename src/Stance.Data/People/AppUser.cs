namespace Stance.Data.People;

/// <summary>A person who may sign in, as ASP.NET Core Identity handles one.</summary>
public sealed class AppUser
{
    public Guid Id { get; set; }

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    public Role Role { get; set; }

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    public bool IsDisabled { get; set; }
}
