using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Commitments;
using Stance.Countries;

namespace Stance.Data.Commitments;

/// <summary>Reads the stages of the commitment an act belongs to, and the acts that a new one could be a later stage of.</summary>
public sealed class StageReader(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly string Stages = SqlFile.Read("Commitments/StagesOfAct.sql");
    private static readonly string ToFollow = SqlFile.Read("Commitments/ActsToFollow.sql");

    /// <summary>The stages as known now, the act among them; the act alone where it is a stage of nothing.</summary>
    public async Task<IReadOnlyList<ActStage>> OfActAsync(Guid act, CountryCode country, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Allows(country))
            return [];
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await OfActAsync(connection, act, country, clock.GetUtcNow().UtcDateTime, cancel);
    }

    internal static async Task<IReadOnlyList<ActStage>> OfActAsync(
        NpgsqlConnection connection, Guid act, CountryCode country, DateTime knownAt, CancellationToken cancel) =>
        (await connection.QueryAsync<ActStage>(new CommandDefinition(Stages, new { act, country = country.Value, knownAt }, cancellationToken: cancel))).AsList();

    /// <summary>At most six acts no younger than the day, those alike first.</summary>
    /// <param name="words">What their titles hold; empty = anything.</param>
    /// <param name="except">The act that is being corrected.</param>
    public async Task<IReadOnlyList<ActStage>> ToFollowAsync(
        CountryCode country, CountryCode? recipient, string? type, DateOnly day, string words, Guid? except, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Allows(country))
            return [];
        await using var connection = await database.OpenConnectionAsync(cancel);
        var asked = new { country = country.Value, recipient = recipient?.Value, type, day, words, except };
        return (await connection.QueryAsync<ActStage>(new CommandDefinition(ToFollow, asked, cancellationToken: cancel))).AsList();
    }
}
