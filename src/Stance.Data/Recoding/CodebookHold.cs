using Stance.Acts;
using Stance.Data.Commands;

namespace Stance.Data.Recoding;

/// <summary>Whoever scores acts holds the codebook until commit, so that no act is scored by one that another command is just replacing.</summary>
internal static class CodebookHold
{
    private static readonly string Hold = SqlFile.Read("Recoding/HoldCodebook.sql");
    private static readonly string InForce = SqlFile.Read("Recoding/VersionInForce.sql");
    private static readonly string Sides = SqlFile.Read("Recoding/SidesChangedAt.sql");

    /// <param name="register">As the command was prepared with.</param>
    /// <returns>Why nothing may be written: another codebook is in force by now, or somebody stands on another side.</returns>
    public static async Task<Refused?> RefusedAsync(CommandWork work, Register register, CancellationToken cancel)
    {
        await TakeAsync(work, cancel);
        // A statement of its own: the hold may have waited for a new codebook.
        var now = await work.SingleAsync<string>(InForce, new { }, cancel);
        if (now != register.Codebook.Version)
            return Refused.For("", "codebook", $"Codebook {now} came into force meanwhile. Look at the scores again and save.");
        var changed = await work.SingleAsync<DateTime?>(Sides, new { }, cancel);
        return changed == register.SidesChangedAt?.UtcDateTime ? null : Refused.For("", "sides", "Who stands on a side of an axis was changed meanwhile. Look at the scores again and save.");
    }

    public static Task<int> TakeAsync(CommandWork work, CancellationToken cancel) => work.ExecuteAsync(Hold, new { }, cancel);
}
