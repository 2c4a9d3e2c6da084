using Dapper;
using Npgsql;
using Stance.Acts;

namespace Stance.Data.Events;

/// <summary>Two acts on file that may be one act; the first was entered first.</summary>
public sealed record PossibleDuplicate(Guid First, string FirstTitle, DateOnly FirstDay, Guid Second, string SecondTitle, DateOnly SecondDay, string Country);

/// <summary>Two acts that somebody found to be two, with why; by nobody named where a token said so.</summary>
public sealed record DistinctPair(
    Guid First, string FirstTitle, DateOnly FirstDay, Guid Second, string SecondTitle, DateOnly SecondDay, string Country, string Reason, DateTimeOffset MarkedAt, string? MarkedBy);

/// <summary>
/// Answers which acts on file may have been entered twice, by the rule that also warns before a file of acts is taken, and which were found to be two.
/// </summary>
public sealed class DuplicateReader(NpgsqlDataSource database)
{
    /// <summary>How alike two titles must be, as a share of their threes of letters, from 0 to 1.</summary>
    public const double Likeness = 0.5;

    /// <summary>How many pairs are answered at most.</summary>
    public const int Most = 100;

    private static readonly string Find = SqlFile.Read("Events/PossibleDuplicates.sql");
    private static readonly string Pairs = SqlFile.Read("Events/DistinctPairs.sql");

    /// <summary>Pairs of published acts of one actor and kind, at most seven days apart, in similar words, that nobody found to be two.</summary>
    /// <returns>How many there are, and the newest of them, at most <paramref name="most"/>.</returns>
    public async Task<(int Count, IReadOnlyList<PossibleDuplicate> Pairs)> FindAsync(Scope scope, CancellationToken cancel, int most = Most)
    {
        var rows = await RowsAsync<PairRow>(Find, new { countries = CountriesOf(scope), likeness = Likeness, most }, cancel);
        return ((int)(rows.FirstOrDefault()?.Total ?? 0), [.. rows.Select(r => r.ToPair())]);
    }

    /// <summary>Pairs found to be two acts, the newest finding first, at most <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<DistinctPair>> DistinctAsync(Scope scope, CancellationToken cancel) =>
        [.. (await RowsAsync<DistinctRow>(Pairs, new { countries = CountriesOf(scope), act = (Guid?)null, most = Most }, cancel)).Select(r => r.ToPair())];

    /// <summary>The acts that were found to be another act than this one.</summary>
    public async Task<IReadOnlySet<Guid>> DistinctFromAsync(Guid act, Scope scope, CancellationToken cancel) =>
        (await RowsAsync<DistinctRow>(Pairs, new { countries = CountriesOf(scope), act, most = 1000 }, cancel)).Select(r => r.First == act ? r.Second : r.First).ToHashSet();

    private static string[]? CountriesOf(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Countries?.Select(c => c.Value).ToArray();
    }

    private async Task<List<T>> RowsAsync<T>(string sql, object parameters, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel))).AsList();
    }

    private sealed record PairRow(Guid First, string FirstTitle, DateOnly FirstDay, Guid Second, string SecondTitle, DateOnly SecondDay, string Country, long Total)
    {
        public PossibleDuplicate ToPair() => new(First, FirstTitle, FirstDay, Second, SecondTitle, SecondDay, Country);
    }

    private sealed record DistinctRow(
        Guid First, string FirstTitle, DateOnly FirstDay, Guid Second, string SecondTitle, DateOnly SecondDay, string Country, string Reason, DateTime MarkedAt, string? MarkedBy)
    {
        public DistinctPair ToPair() => new(
            First, FirstTitle, FirstDay, Second, SecondTitle, SecondDay, Country, Reason, new DateTimeOffset(DateTime.SpecifyKind(MarkedAt, DateTimeKind.Utc)), MarkedBy);
    }
}
