using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Stance.Data.Permalinks;

/// <summary>A frozen view that was handed out, and the SHA-256 of the numbers it gave.</summary>
public sealed record KeptPermalink
{
    public byte[] Key { get; init; } = [];

    public string View { get; init; } = "";

    public byte[] Fingerprint { get; init; } = [];
}

/// <summary>Keeps what was handed out and what a check found. Both are only ever added to.</summary>
public sealed class PermalinkWriter(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly string Insert = SqlFile.Read("Permalinks/InsertPermalink.sql");
    private static readonly string InsertFound = SqlFile.Read("Permalinks/InsertChecks.sql");

    /// <summary>Once for each view: the same again changes nothing.</summary>
    /// <param name="view">A frozen view, printed.</param>
    public async Task KeepAsync(string view, byte[] fingerprint, CancellationToken cancel)
    {
        var row = new { key = SHA256.HashData(Encoding.UTF8.GetBytes(view)), view, fingerprint, now = clock.GetUtcNow() };
        await using var connection = await database.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(Insert, row, cancellationToken: cancel));
    }

    /// <param name="found">The fingerprint now; null = the address cannot be read any more.</param>
    public async Task KeepChecksAsync(IReadOnlyCollection<(KeptPermalink Link, byte[]? Found)> found, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(found);
        var rows = new { now = clock.GetUtcNow(), keys = found.Select(f => f.Link.Key).ToArray(), found = found.Select(f => f.Found).ToArray() };
        await using var connection = await database.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(InsertFound, rows, cancellationToken: cancel));
    }
}
