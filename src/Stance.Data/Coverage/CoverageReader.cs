using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Coverage;
using Stance.ViewStates;

namespace Stance.Data.Coverage;

/// <summary>Lists the sweeps on file; where somebody looked stands in the register, in memory.</summary>
public sealed class CoverageReader(NpgsqlDataSource database)
{
    /// <summary>Sweeps listed at once.</summary>
    public const int Most = 200;

    private static readonly string Sweeps = SqlFile.Read("Coverage/Sweeps.sql");

    /// <summary>The newest first; a country outside the scope is left out of each.</summary>
    public async Task<IReadOnlyList<Sweep>> ListAsync(Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<SweepRow>(new CommandDefinition(
            Sweeps, new { countries = scope.Countries?.Select(c => c.Value).ToArray(), limit = Most }, cancellationToken: cancel));
        return [.. rows.Select(r => r.ToSweep())];
    }

    private sealed record SweepRow
    {
        public Guid Id { get; init; }

        public string Source { get; init; } = "";

        public string[] Countries { get; init; } = [];

        public DateOnly FromDay { get; init; }

        public DateOnly ToDay { get; init; }

        public string? Note { get; init; }

        public DateTime SweptAt { get; init; }

        public string SweptBy { get; init; } = "";

        public Sweep ToSweep() => new(
            Id, Source, [.. Countries.Select(c => new CountryCode(c))], new Period(FromDay, ToDay), Note, new DateTimeOffset(SweptAt, TimeSpan.Zero), SweptBy);
    }
}
