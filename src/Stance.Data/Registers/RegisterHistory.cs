using Stance.Data.Commands;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>One field of an entry changed once.</summary>
/// <param name="ChangedBy">Null = a program, or the machine's own console.</param>
public sealed record KeptChange(string About, FieldChange Change, DateTimeOffset At, string? ChangedBy, string Reason);

/// <summary>The field-level history of registers that keep what holds now in tables of their own.</summary>
internal static class RegisterHistory
{
    private static readonly string Keep = SqlFile.Read("Registers/KeepRegisterChanges.sql");

    public static Task KeepAsync(CommandWork work, string register, string about, IReadOnlyList<FieldChange> changes, string? reason, CancellationToken cancel) =>
        work.ExecuteAsync(
            Keep,
            new
            {
                register,
                about,
                fields = changes.Select(c => c.Field).ToArray(),
                befores = changes.Select(c => c.Before).ToArray(),
                afters = changes.Select(c => c.After).ToArray(),
                at = work.Now,
                by = work.By,
                reason,
            },
            cancel);
}
