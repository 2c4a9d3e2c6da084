using Dapper;
using Npgsql;
using Stance.Acts;

namespace Stance.Data.Events;

/// <summary>Two acts on file that may be one act; the first was entered first.</summary>
public sealed record PossibleDuplicate(Guid First, string FirstTitle, DateOnly FirstDay, Guid Second, string SecondTitle, DateOnly SecondDay, string Country);

/// <summary>Answers which acts on file may have been entered twice, by the rule that also warns before a file of acts is taken.</summary>
public sealed class DuplicateReader(NpgsqlDataSource database)
{
    /// <summary>How alike two titles must be, as a share of their threes of letters, from 0 to 1.</summary>
    public const double Likeness = 0.5;

    /// <summary>How many pairs are answered at most.</summary>
    public const int Most = 100;

    private static readonly string Find = SqlFile.Read("Events/PossibleDuplicates.sql");

    /// <summary>Pairs of published acts of one actor and kind, at most seven days apart, in similar words; the newest first, at most <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<PossibleDuplicate>> FindAsync(Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var parameters = new { countries = scope.Countries?.Select(c => c.Value).ToArray(), likeness = Likeness, most = Most };
        return (await connection.QueryAsync<PossibleDuplicate>(new CommandDefinition(Find, parameters, cancellationToken: cancel))).AsList();
    }
}
