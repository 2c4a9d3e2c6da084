using Stance.Data.People;

namespace Stance.Web.People;

public enum PersonChangeKind
{
    Role,
    Disable,
    Enable,
    SignOut,
}

/// <summary>What an administrator asks for, and the words for when it is done.</summary>
public sealed record PersonChange(PersonChangeKind Kind, Person Person, Role Role, string Done);
