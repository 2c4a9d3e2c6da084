using Dapper;
using Npgsql;

namespace Stance.Data.Tests.Votes;

/// <summary>The votes of a roll call of the sample, as shipped.</summary>
internal static class RealVotes
{
    public static async Task<IReadOnlyList<(string Country, char Choice)>> OfAsync(NpgsqlDataSource database, string symbol)
    {
        await using var connection = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var rows = await connection.QueryAsync<(string Country, string Choice)>(
            "select v.country_code, v.choice from vote v join roll_call r on r.id = v.roll_call_id where r.symbol = @symbol and upper_inf(v.known) order by 1",
            new { symbol });
        return [.. rows.Select(r => (r.Country, r.Choice[0]))];
    }
}
