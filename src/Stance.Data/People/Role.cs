namespace Stance.Data.People;

/// <summary>What a person or a token may do; each role may do all that the ones before it may.</summary>
public enum Role
{
    /// <summary>Sees every page.</summary>
    Viewer,

    /// <summary>Shares views and uses the API.</summary>
    Analyst,

    /// <summary>Enters and corrects acts.</summary>
    Curator,

    /// <summary>Invites people, changes roles, ends sessions and tokens.</summary>
    Administrator,
}

public static class RoleNames
{
    /// <summary>As stored, printed and claimed: <c>curator</c>.</summary>
    public static string Name(this Role role) => role switch
    {
        Role.Viewer => "viewer",
        Role.Analyst => "analyst",
        Role.Curator => "curator",
        Role.Administrator => "administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static Role? Find(string? name) => Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(r => r!.Value.Name() == name);

    public static Role Parse(string name) => Find(name) ?? throw new FormatException($"There is no role \"{name}\".");
}
