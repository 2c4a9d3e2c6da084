using Dapper;
using Npgsql;
using Stance.Countries;
using Stance.Data.Registers;
using Stance.Data.Sample;
using Stance.Events;
using Stance.Testing;

namespace Stance.Data.Tests.Acts;

public sealed class VoteActTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<NpgsqlDataSource> DatabaseAsync() => StanceDatabase.Open(await postgres.NewDatabaseAsync(withSample: true));

    private sealed record VoteAct(
        string CountryCode, string Variant, DateOnly ScoredOn, string RecipientCode, double Expectation, double Score, double Weight);

    private static async Task<IReadOnlyList<VoteAct>> VotesAsync(NpgsqlConnection connection, string axis = "RUW", string symbol = "A/RES/ES-11/1") =>
        (await connection.QueryAsync<VoteAct>("""
            select v.country_code, v.variant, v.scored_on, v.recipient_code, v.expectation, v.score, v.weight
            from vote_act v
            join roll_call r on r.id = v.roll_call_id
            where v.axis_code = @axis and r.symbol = @symbol
            """, new { axis, symbol })).AsList();

    [Fact]
    public async Task Vote_act__the_first_roll_call__scores_each_choice_toward_Kyiv()
    {
        await using var database = await DatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);

        var votes = (await VotesAsync(connection)).ToDictionary(v => v.CountryCode);

        Assert.Equal(193, votes.Count);
        Assert.Equal((5, 0.95), (votes["POL"].Score, votes["POL"].Weight));
        Assert.Equal((-5, 0.95), (votes["BLR"].Score, votes["BLR"].Weight));
        Assert.Equal((0, 0.95), (votes["CHN"].Score, votes["CHN"].Weight));
        Assert.Equal((0, 0.475), (votes["UZB"].Score, votes["UZB"].Weight));
        Assert.Equal(["ARM", "KAZ", "KGZ", "TJK"], votes.Values.Where(v => v.Expectation == 1).Select(v => v.CountryCode).Order());
        Assert.All(votes.Values.Where(v => v.Expectation == 1), v => Assert.Equal(1, v.Score));
    }

    [Theory]
    [InlineData("A/RES/ES-11/1")]
    [InlineData("A/RES/ES-11/8")]
    public async Task Vote_act__on_every_axis__equals_the_rule_for_coded_events(string symbol)
    {
        await using var database = await DatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync("""
            insert into roll_call_scoring (roll_call_id, axis_code, favoured_code, codebook_version, known)
            select r.id, a.code, case a.code when 'CNW' then 'CHN' else 'UKR' end, '1.0', tstzrange(r.held_on, null)
            from roll_call r
            cross join axis a
            where a.code <> 'RUW'
            """);
        var register = await new RegisterReader(database).ReadAsync(Cancel);
        foreach (var axis in register.Axes.Keys)
        {
            var votes = await VotesAsync(connection, axis, symbol);

            Assert.Equal(193, votes.Count);
            Assert.All(votes, vote =>
            {
                var variant = register.Codebook.Find("DIP-UNV")!.FindVariant(vote.Variant)!;
                var byRule = ActScoring.Score(
                    new ScoredFacts(
                        new CountryCode(vote.CountryCode), new CountryCode(vote.RecipientCode), variant, vote.ScoredOn, variant.Base, 0.95,
                        new Dictionary<string, double>()),
                    [register.Axes[axis]],
                    register.Ties);
                Assert.Equal((byRule[0].Score, byRule[0].Expectation), (vote.Score, vote.Expectation));
            });
        }
    }

    [Fact]
    public async Task Act_version__a_roll_call_scored_on_several_axes__is_one_act_at_any_time()
    {
        await using var database = await DatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync("""
            insert into roll_call_scoring (roll_call_id, axis_code, favoured_code, codebook_version, known)
            select id, 'TIE', 'USA', '1.0', tstzrange('2021-01-01Z', null)
            from roll_call;
            update roll_call_scoring
            set known = tstzrange('2026-01-01Z', null)
            where axis_code = 'RUW';
            """);

        var sides = await connection.QueryAsync<string>("""
            select v.recipient_code
            from unnest(array['2025-12-31Z', '2026-01-01Z']::timestamptz[]) with ordinality as k(at, n)
            cross join lateral act_version_as_of(k.at) v
            where v.act_id = @act
            order by k.n
            """, new { act = $"{SampleId.Of("A/RES/ES-11/1")}.KAZ" });

        Assert.Equal(["USA", "UKR"], sides);
    }

    [Fact]
    public async Task A_vote_corrected_later__as_of_each_day__is_what_was_known_then()
    {
        await using var database = await DatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);
        var rollCall = SampleId.Of("A/RES/ES-11/1");
        await connection.ExecuteAsync("""
            update vote
            set known = tstzrange(lower(known), '2022-04-01Z')
            where country_code = 'KAZ' and roll_call_id = @rollCall;
            insert into vote (country_code, roll_call_id, choice, known)
            values ('KAZ', @rollCall, 'Y', tstzrange('2022-04-01Z', null));
            """, new { rollCall });

        var scores = await connection.QueryAsync<double>("""
            select s.score
            from unnest(array['2022-03-01Z', '2022-03-02Z', '2022-03-31Z', '2022-04-01Z', '2025-01-01Z']::timestamptz[]) with ordinality as k(at, n)
            cross join lateral act_score_as_of(k.at) s
            where s.country_code = 'KAZ' and s.roll_call_id = @rollCall
            order by k.n
            """, new { rollCall });

        Assert.Equal([1, 1, 5, 5], scores);
    }
}
