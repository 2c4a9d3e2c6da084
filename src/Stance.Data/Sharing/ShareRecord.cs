using Stance.Sharing;
using Stance.ViewStates;

namespace Stance.Data.Sharing;

internal sealed record ShareRecord
{
    public Guid Id { get; init; }

    public required string Label { get; init; }

    public required string View { get; init; }

    public bool ShowsWorld { get; init; }

    public required byte[] SecretHash { get; init; }

    public Guid CreatedBy { get; init; }

    public required string CreatedByName { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public DateTimeOffset? LastOpenedAt { get; init; }

    /// <exception cref="InvalidOperationException">The stored view cannot be read: it opens nothing rather than everything.</exception>
    public Share ToShare()
    {
        // Read as of the end of time: the clock of this machine must not turn a frozen view into an open one.
        var (view, problems) = ViewStateUrl.Parse(ViewStateUrl.Pairs(View), DateTimeOffset.MaxValue);
        return problems.Count == 0
            ? new Share(Id, Label, view, CreatedBy, CreatedByName, CreatedAt, ExpiresAt, RevokedAt, LastOpenedAt) { ShowsWorld = ShowsWorld }
            : throw new InvalidOperationException($"The shared view {Id} cannot be read: {problems[0].Message}");
    }
}
