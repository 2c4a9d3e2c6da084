namespace Stance.Data.People;

/// <summary>What a link that opens once still opens.</summary>
public sealed record OneTimeLink
{
    public Guid Id { get; init; }

    public required string Purpose { get; init; }

    /// <summary>The role a newcomer gets; null for a new password.</summary>
    public Role? Role { get; init; }

    /// <summary>Fixed by the link; null for the first administrator, who names one.</summary>
    public string? Email { get; init; }

    public string? Name { get; init; }

    public Guid? UserId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public bool IsNewPassword => Purpose == LinkPurposes.NewPassword;
}

internal static class LinkPurposes
{
    public const string FirstAdministrator = "first-administrator";
    public const string Invitation = "invitation";
    public const string NewPassword = "new-password";
}
