using Dapper;
using Npgsql;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.Sharing;
using Stance.ViewStates;

namespace Stance.Data.Sharing;

/// <summary>Shares views and revokes them. Each call is one transaction with its audit line; repeated, it changes nothing more.</summary>
public sealed class ShareWriter(NpgsqlDataSource database, ActFeed feed, AuditWriter audit, TimeProvider clock)
{
    private static readonly string Insert = SqlFile.Read("Sharing/InsertShare.sql");
    private static readonly string SharedBefore = SqlFile.Read("Sharing/ShareWithSecret.sql");
    private static readonly string LockShare = SqlFile.Read("Sharing/LockShare.sql");
    private static readonly string Revoke = SqlFile.Read("Sharing/RevokeShare.sql");

    /// <param name="secret">From <see cref="ShareSecret.New"/>; only its hash is kept.</param>
    /// <exception cref="NotAllowedException">The actor is not, or no longer, an analyst or above.</exception>
    /// <exception cref="ShareRuleException">The draft has problems, or its id belongs to another shared view.</exception>
    public async Task CreateAsync(Actor actor, ShareDraft draft, string secret, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (!ShareSecret.IsWellFormed(secret))
            throw new ArgumentException("Not a secret of a shared view.", nameof(secret));
        var now = clock.GetUtcNow();
        if (draft.Problems(feed.Register, now) is [var problem, ..])
            throw new ShareRuleException(problem.Message);
        var view = ViewStateUrl.Print(draft.Resolve(feed.Register, now));
        await RunAsync(actor, async (connection, transaction, owner) =>
        {
            var share = new { draft.Id, label = draft.Label.Trim(), view, draft.ShowsWorld, hash = ShareSecret.Hash(secret), now, owner, draft.ExpiresAt };
            if (await connection.ExecuteAsync(new CommandDefinition(Insert, share, transaction, cancellationToken: cancel)) > 0)
            {
                await audit.AppendAsync(
                    connection, transaction, actor, "share.made", Subject(draft.Id), new { share.label, view, draft.ShowsWorld, draft.ExpiresAt }, cancel);
            }
            else if (!await connection.QuerySingleAsync<bool>(new CommandDefinition(SharedBefore, share, transaction, cancellationToken: cancel)))
            {
                throw new ShareRuleException("This id belongs to another shared view.");
            }
        }, cancel);
    }

    /// <exception cref="NotAllowedException">The view is somebody else's and the actor is no administrator.</exception>
    /// <exception cref="ShareRuleException">There is no such shared view.</exception>
    public Task RevokeAsync(Actor actor, Guid id, CancellationToken cancel) => RunAsync(actor, async (connection, transaction, person) =>
    {
        var held = await connection.QuerySingleOrDefaultAsync<Held>(new CommandDefinition(LockShare, new { id }, transaction, cancellationToken: cancel))
            ?? throw new ShareRuleException("There is no such shared view.");
        if (held.CreatedBy != person && actor.Role != Role.Administrator)
            throw new NotAllowedException("Only whoever shared a view, or an administrator, can revoke it.");
        if (held.RevokedAt is not null)
            return;
        await connection.ExecuteAsync(new CommandDefinition(Revoke, new { id, now = clock.GetUtcNow(), actor = person }, transaction, cancellationToken: cancel));
        await audit.AppendAsync(connection, transaction, actor, "share.revoked", Subject(id), null, cancel);
    }, cancel);

    private Task RunAsync(Actor actor, Func<NpgsqlConnection, NpgsqlTransaction, Guid, Task> change, CancellationToken cancel) =>
        SignedInTransaction.RunAsync(database, actor, "share views", change, cancel);

    private static string Subject(Guid id) => $"share:{id}";

    private sealed record Held
    {
        public Guid CreatedBy { get; init; }

        public DateTimeOffset? RevokedAt { get; init; }
    }
}
