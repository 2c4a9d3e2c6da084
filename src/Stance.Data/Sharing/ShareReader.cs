using System.Security.Cryptography;
using Dapper;
using Npgsql;
using Stance.Data.People;
using Stance.Sharing;

namespace Stance.Data.Sharing;

/// <summary>Answers which shared view a secret opens, asked on every request so that revoking works at once; and lists them.</summary>
public sealed class ShareReader(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);
    private static readonly string Find = SqlFile.Read("Sharing/FindShare.sql");
    private static readonly string Touch = SqlFile.Read("Sharing/TouchShare.sql");
    private static readonly string Shares = SqlFile.Read("Sharing/Shares.sql");

    /// <summary>The shared view, whatever its state: look at <see cref="Share.StateAt"/> before showing it. Null when there is none.</summary>
    public async Task<Share?> FindAsync(string? secret, CancellationToken cancel)
    {
        if (!ShareSecret.IsWellFormed(secret))
            return null;
        var hash = ShareSecret.Hash(secret!);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var record = await connection.QuerySingleOrDefaultAsync<ShareRecord>(new CommandDefinition(Find, new { hash }, cancellationToken: cancel));
        if (record is null || !CryptographicOperations.FixedTimeEquals(hash, record.SecretHash))
            return null;
        var share = record.ToShare();
        var now = clock.GetUtcNow();
        if (share.StateAt(now) == ShareState.Open && (share.LastOpenedAt is not { } last || now - last > TouchEvery))
            await connection.ExecuteAsync(new CommandDefinition(Touch, new { share.Id, now, since = now - TouchEvery }, cancellationToken: cancel));
        return share;
    }

    /// <summary>The actor's own shared views; an administrator's list holds everybody's.</summary>
    /// <exception cref="NotAllowedException">The role is lower than analyst.</exception>
    public async Task<IReadOnlyList<Share>> ListAsync(Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Require(Role.Analyst);
        var owner = actor.Role == Role.Administrator ? null : (Guid?)(actor.Id ?? Guid.Empty);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var records = await connection.QueryAsync<ShareRecord>(new CommandDefinition(Shares, new { owner }, cancellationToken: cancel));
        return [.. records.Select(r => r.ToShare())];
    }
}
