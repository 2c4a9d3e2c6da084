namespace Stance.Registers;

/// <summary>One field of a register's entry as it stood and as it stands, in the words a reader sees; null = nothing.</summary>
public sealed record FieldChange(string Field, string? Before, string? After)
{
    /// <summary>What two lists of the same fields say differently, in their order.</summary>
    public static IReadOnlyList<FieldChange> Between(IReadOnlyList<(string Field, string? Says)>? before, IReadOnlyList<(string Field, string? Says)> after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return [.. after.Select((now, i) => new FieldChange(now.Field, before?[i].Says, now.Says)).Where(c => c.Before != c.After)];
    }
}
