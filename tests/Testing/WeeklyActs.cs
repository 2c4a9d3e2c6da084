using Npgsql;

namespace Stance.Testing;

/// <summary>Made-up acts of a country, one a week from a Monday on, for tests of shifts. The Holy See casts no votes, so these are all it has.</summary>
public static class WeeklyActs
{
    public const string Country = "VAT";

    public static readonly DateOnly First = new(2022, 1, 3);

    /// <summary>Week k's act counts on its Wednesday, with weight 0.8; words by default, deeds in odd weeks where <paramref name="mixed"/>. Weeks before 2022 count below zero.</summary>
    public static async Task InsertAsync(NpgsqlDataSource database, IEnumerable<(int Week, double Score)> acts, bool mixed = false, string country = Country)
    {
        await using var connection = await database.OpenConnectionAsync();
        foreach (var (week, score) in acts)
        {
            await using var command = new NpgsqlCommand("""
                with event as (
                  insert into stance_event (country_code) values (@country) returning id
                ), version as (
                  insert into stance_event_version
                    (country_code, event_id, version, known, title, recipient_code, codebook_version, type_code, variant, happened_from, happened_to,
                     precision, scored_on, intensity, confidence, evidence_weight, mode)
                  select @country, id, 1, tstzrange('2022-01-01Z', null), @title, 'UKR', '1.0', 'INF-LEAD', 'favours', @day, @day, 'day', @day, @score, 0.8, 1, @mode
                  from event
                  returning event_id
                ), score as (
                  insert into scored_act (country_code, event_id, version, axis_code, base_score, pole_weight, score, weight)
                  select @country, event_id, 1, 'RUW', @score, 1, @score, 0.8 from version
                )
                insert into change_feed (country_code, what) values (@country, 'act')
                """, connection);
            command.Parameters.AddWithValue("country", country);
            command.Parameters.AddWithValue("title", $"Made-up act of week {week}");
            command.Parameters.AddWithValue("day", First.AddDays((7 * week) + 2));
            command.Parameters.AddWithValue("score", score);
            command.Parameters.AddWithValue("mode", mixed && week % 2 == 1 ? 'M' : 'D');
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>From one level to another in one week, a little up and down around both.</summary>
    public static IEnumerable<(int Week, double Score)> Step(int weeks, int at, double before, double after) =>
        Enumerable.Range(0, weeks).Select(w => (w, (w < at ? before : after) + (w % 3) - 1));
}
