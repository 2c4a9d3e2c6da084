using Stance.Data.Commands;

namespace Stance.Data.Recoding;

/// <summary>Whoever scores acts holds the codebook until commit, so that no act is scored by one that another command is just replacing.</summary>
internal static class CodebookHold
{
    private static readonly string Hold = SqlFile.Read("Recoding/HoldCodebook.sql");
    private static readonly string InForce = SqlFile.Read("Recoding/VersionInForce.sql");

    /// <returns>Why nothing may be written: the codebook the command was prepared with is no longer in force.</returns>
    public static async Task<Refused?> RefusedAsync(CommandWork work, string version, CancellationToken cancel)
    {
        await TakeAsync(work, cancel);
        // A statement of its own: the hold may have waited for a new codebook.
        var now = await work.SingleAsync<string>(InForce, new { }, cancel);
        return now == version ? null : Refused.For("", "codebook", $"Codebook {now} came into force meanwhile. Look at the scores again and save.");
    }

    public static Task<int> TakeAsync(CommandWork work, CancellationToken cancel) => work.ExecuteAsync(Hold, new { }, cancel);
}
