using Dapper;
using Npgsql;

namespace Stance.Data.People;

/// <summary>Starts, renews and ends sessions.</summary>
public sealed class SessionWriter(NpgsqlDataSource database, AuditWriter audit, TimeProvider clock)
{
    /// <summary>A session unused for this long has run out.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>However much it is used, one signs in again after this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const int DeviceLength = 300;

    private static readonly string Insert = SqlFile.Read("People/InsertSession.sql");
    private static readonly string Renew = SqlFile.Read("People/RenewSessions.sql");
    private static readonly string Delete = SqlFile.Read("People/DeleteSession.sql");
    private static readonly string Notify = SqlFile.Read("People/NotifyPeople.sql");

    /// <exception cref="NotAllowedException">The person was disabled meanwhile.</exception>
    public async Task StartAsync(byte[] id, Actor person, string device, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = clock.GetUtcNow();
        var session = new
        {
            id,
            userId = person.Id,
            now,
            expiresAt = now + Idle,
            endsAt = now + Longest,
            device = device[..Math.Min(device.Length, DeviceLength)],
        };
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await connection.ExecuteAsync(new CommandDefinition(Insert, session, transaction, cancellationToken: cancel)) == 0)
            throw new NotAllowedException("This person may not sign in.");
        await audit.AppendAsync(connection, transaction, person, "person.signed-in", person.Key, new { session.device }, cancel);
        await transaction.CommitAsync(cancel);
    }

    public Task RenewAsync(IEnumerable<byte[]> ids, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return ExecuteAsync(Renew, new { ids = ids.ToArray(), now, expiresAt = now + Idle }, cancel);
    }

    /// <summary>Every window of this session closes too.</summary>
    public async Task EndAsync(byte[] id, CancellationToken cancel = default)
    {
        await ExecuteAsync(Delete, new { id }, cancel);
        await ExecuteAsync(Notify, new { }, cancel);
    }

    private async Task ExecuteAsync(string statement, object values, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(statement, values, cancellationToken: cancel));
    }
}
