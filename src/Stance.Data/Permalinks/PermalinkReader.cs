using Dapper;
using Npgsql;
using Stance.Acts;

namespace Stance.Data.Permalinks;

/// <param name="CheckedAt">The last check; null = there was none yet.</param>
/// <param name="Checked">Addresses looked at by it; <paramref name="Changed"/> of them gave other numbers.</param>
/// <param name="Kept">All addresses on file.</param>
/// <param name="Differing">Addresses that by their newest check give other numbers than they gave.</param>
public sealed record PermalinkReport(DateTimeOffset? CheckedAt, int Checked, int Changed, int Kept, IReadOnlyList<DifferingPermalink> Differing);

public sealed record DifferingPermalink(string View, DateTimeOffset HandedOutAt, DateTimeOffset CheckedAt);

/// <summary>Reads the addresses that were handed out and how their checks ended.</summary>
public sealed class PermalinkReader(NpgsqlDataSource database)
{
    /// <summary>Differing addresses listed at once.</summary>
    public const int Most = 200;

    private static readonly string Any = SqlFile.Read("Permalinks/AnyPermalinks.sql");
    private static readonly string Recent = SqlFile.Read("Permalinks/RecentPermalinks.sql");
    private static readonly string Last = SqlFile.Read("Permalinks/LastCheck.sql");
    private static readonly string Changed = SqlFile.Read("Permalinks/ChangedPermalinks.sql");

    public async Task<IReadOnlyList<KeptPermalink>> AnyAsync(int most, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<KeptPermalink>(new CommandDefinition(Any, new { most }, cancellationToken: cancel))];
    }

    /// <summary>The views handed out last; none for who does not see everything: a view says what others looked at.</summary>
    public async Task<IReadOnlyList<string>> RecentAsync(Scope scope, int most, CancellationToken cancel)
    {
        if (scope != Scope.Everything)
            return [];
        await using var connection = await database.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<string>(new CommandDefinition(Recent, new { most }, cancellationToken: cancel))).AsList();
    }

    /// <exception cref="ArgumentException">The reader may not see everything: a view says what others looked at.</exception>
    public async Task<PermalinkReport> ReadAsync(Scope scope, CancellationToken cancel)
    {
        if (scope != Scope.Everything)
            throw new ArgumentException("Only who sees everything reads what was handed out.", nameof(scope));
        await using var connection = await database.OpenConnectionAsync(cancel);
        var last = await connection.QuerySingleAsync<LastRow>(new CommandDefinition(Last, cancellationToken: cancel));
        var differing = await connection.QueryAsync<DifferingRow>(new CommandDefinition(Changed, new { most = Most }, cancellationToken: cancel));
        return new PermalinkReport(
            last.CheckedAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null, (int)last.Checked, (int)last.Changed, (int)last.Kept,
            [.. differing.Select(d => new DifferingPermalink(d.View, new DateTimeOffset(d.HandedOutAt, TimeSpan.Zero), new DateTimeOffset(d.CheckedAt, TimeSpan.Zero)))]);
    }

    private sealed record LastRow(DateTime? CheckedAt, long Checked, long Changed, long Kept);

    private sealed record DifferingRow(string View, DateTime HandedOutAt, DateTime CheckedAt);
}
