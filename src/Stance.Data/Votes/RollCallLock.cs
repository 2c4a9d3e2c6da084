using Stance.Data.Commands;

namespace Stance.Data.Votes;

/// <summary>A roll call held until commit, with the moment of its newest change of any kind.</summary>
internal sealed record HeldRollCall(StoredRollCall Current, DateTimeOffset ChangedAt);

/// <summary>Lets one command at a time change a roll call.</summary>
internal static class RollCallLock
{
    private static readonly string Lock = SqlFile.Read("Votes/LockRollCall.sql");
    private static readonly string Stored = SqlFile.Read("Votes/StoredRollCall.sql");
    private static readonly string Votes = SqlFile.Read("Votes/StoredVotes.sql");

    /// <summary>Infinity, as the driver prints it: whatever is open.</summary>
    public static DateTime Newest { get; } = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    public static async Task<HeldRollCall?> TakeAsync(CommandWork work, Guid id, CancellationToken cancel)
    {
        if (await work.HoldAsync<DateTime?>(Lock, new { id }, cancel) is not { } changedAt)
            return null;
        var row = await work.SingleAsync<RollCallRow>(Stored, new { id, knownAt = Newest }, cancel);
        var votes = await work.ListAsync<VoteRow>(Votes, new { id, knownAt = Newest, countries = (string[]?)null }, cancel);
        return new HeldRollCall(
            new StoredRollCall(id, row.Version, row.ToRollCall([.. votes.Select(v => v.ToVote())])),
            new DateTimeOffset(DateTime.SpecifyKind(changedAt, DateTimeKind.Utc)));
    }
}
