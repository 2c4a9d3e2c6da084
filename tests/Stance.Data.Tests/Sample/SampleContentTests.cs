using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Events;
using Stance.Data.Registers;
using Stance.Data.Sample;
using Stance.Events;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Sample;

public sealed class SampleContentTests(PostgresFixture postgres)
{
    private const string EverythingWritten = """
        select string_agg(line, e'\n' order by line)
        from (
          select to_jsonb(e) - 'created_at' || jsonb_build_object('t', 'event') || '{}' as row from stance_event e
          union all select to_jsonb(v) - 'recorded_at' from stance_event_version v
          union all select to_jsonb(s) from scored_act s
          union all select to_jsonb(o) from axis_override o
          union all select to_jsonb(c) from claim c
          union all select to_jsonb(x) from excerpt x
          union all select to_jsonb(r) from roll_call r
          union all select to_jsonb(g) from roll_call_scoring g
          union all select to_jsonb(v) from vote v
          union all select to_jsonb(i) from collection_item i
          union all select to_jsonb(t) from trigger_event t
          union all select to_jsonb(f) - 'at' from change_feed f) all_rows
        cross join lateral (select row::text as line) l
        """;

    private static readonly CountryCode Kazakhstan = new("KAZ");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<NpgsqlDataSource> DatabaseAsync() => StanceDatabase.Open(await postgres.NewDatabaseAsync(withSample: true));

    [Theory]
    [InlineData("A/RES/ES-11/1", 141, 5, 35)]
    [InlineData("A/RES/ES-11/2", 140, 5, 38)]
    [InlineData("A/RES/ES-11/3", 93, 24, 58)]
    [InlineData("A/RES/ES-11/4", 143, 5, 35)]
    [InlineData("A/RES/ES-11/5", 94, 14, 73)]
    [InlineData("A/RES/ES-11/6", 141, 7, 32)]
    [InlineData("A/RES/ES-11/7", 93, 18, 65)]
    [InlineData("A/RES/ES-11/8", 93, 8, 73)]
    [InlineData("A/RES/ES-11/9", 91, 12, 57)]
    public async Task LoadAsync__a_roll_call__has_the_official_tally_and_193_choices(string symbol, int yes, int no, int abstain)
    {
        await using var database = await DatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);

        var (counted, printed) = await connection.QuerySingleAsync<(int[] Counted, int[] Printed)>("""
            select
              array[count(*) filter (where v.choice = 'Y'), count(*) filter (where v.choice = 'N'),
                count(*) filter (where v.choice = 'A'), count(*) filter (where v.choice = 'X')]::int[],
              array[r.yes, r.no, r.abstain, r.absent]
            from roll_call r
            join vote v on v.roll_call_id = r.id
            where r.symbol = @symbol
            group by r.id
            """, new { symbol });

        Assert.Equal([yes, no, abstain, 193 - yes - no - abstain], counted);
        Assert.Equal(counted, printed);
    }

    [Fact]
    public async Task LoadAsync__twice__changes_nothing()
    {
        await using var database = await DatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);
        var before = await connection.ExecuteScalarAsync<string>(EverythingWritten);

        var again = await SampleContent.Over(database, TimeProvider.System).LoadAsync(Cancel);

        Assert.False(again);
        Assert.Equal(before, await connection.ExecuteScalarAsync<string>(EverythingWritten));
    }

    [Fact]
    public async Task LoadAsync__an_older_edition_was_loaded_and_an_act_retracted__adds_no_row_and_leaves_the_retraction()
    {
        await using var database = await DatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync("""
            update stance_event_version
            set known = tstzrange(lower(known), now())
            where event_id = @id
            """, new { id = SampleId.Of("S19") });
        await connection.ExecuteAsync("""update setting set value = '{"sha256": "older"}' where key = 'sample_content'""");
        await connection.ExecuteAsync("truncate change_feed");
        var before = await connection.ExecuteScalarAsync<string>(EverythingWritten);

        var loaded = await SampleContent.Over(database, TimeProvider.System).LoadAsync(Cancel);
        await connection.ExecuteAsync("truncate change_feed");

        Assert.True(loaded);
        Assert.Equal(before, await connection.ExecuteScalarAsync<string>(EverythingWritten));
    }

    [Theory]
    [InlineData("2022-01-01", -4.0000, 2.8284, 0)]
    [InlineData("2022-01-31", -4.8704, 2.3831, 0.8174)]
    [InlineData("2022-02-28", -3.0874, 2.0995, 1.6299)]
    [InlineData("2022-03-31", -0.6408, 1.6776, 3.6854)]
    [InlineData("2022-05-31", 0.7268, 1.2948, 7.5439)]
    [InlineData("2022-06-30", 0.7362, 1.1599, 9.8930)]
    [InlineData("2022-07-24", 0.6923, 1.1905, 9.2897)]
    public async Task Index_of_Kazakhstan__from_the_article__as_printed_in_the_codebook(string on, double index, double error, double weight)
    {
        await using var database = await DatabaseAsync();
        var register = await new RegisterReader(database).ReadAsync(Cancel);
        var columns = await new ActColumnsReader(database).ReadAsync(Cancel);
        var day = DateOnly.ParseExact(on, "yyyy-MM-dd", null);
        var acts = columns.Slice(
            new ViewState { Period = new Period(new DateOnly(2022, 1, 1), day), Collections = [SampleContent.ArticleCollection] }, Kazakhstan);

        var point = AlignmentIndex.Compute(
            acts.Evidence, register.Prior("RUW", Kazakhstan), new Period(new DateOnly(2022, 1, 1), day), new IndexParameters(HalfLife.Default)).Last;

        Assert.Equal(20, acts.Count);
        Assert.Equal(index, point.Index, 5e-5);
        Assert.Equal(error, point.StandardError, 5e-5);
        Assert.Equal(weight, point.Weight, 5e-5);
    }

    [Fact]
    public async Task Acts__as_of_the_eve_of_the_article__are_the_votes_of_the_spring_only()
    {
        await using var database = await DatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);

        var eve = await connection.QueryAsync<(bool IsVote, string Title)>(
            "select roll_call_id is not null, title from act_version_as_of('2022-07-23 23:59:59Z') where country_code = 'KAZ'");
        var then = await connection.ExecuteScalarAsync<int>(
            "select count(*) from act_version_as_of('2022-07-24 23:59:59Z') where country_code = 'KAZ' and event_id is not null");

        Assert.Equal(3, eve.Count());
        Assert.All(eve, act => Assert.True(act.IsVote));
        Assert.Equal(20, then);
    }

    [Fact]
    public async Task Every_claim_of_the_article__has_a_passage_or_says_that_it_is_missing()
    {
        await using var database = await DatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);

        var unfounded = await connection.QueryAsync<string>(
            "select statement from claim where excerpt_id is null and (rank = 'preferred' or reason is null)");
        var withoutPreferred = await connection.QueryAsync<string>("""
            select v.title
            from act_version v
            where v.event_id is not null
              and not exists (select from claim c where c.event_id = v.event_id and c.rank = 'preferred')
            """);
        var highlighted = await connection.ExecuteScalarAsync<string>("""
            select substr(x.passage, x.highlight_from + 1, x.highlight_to - x.highlight_from)
            from claim c
            join excerpt x on x.id = c.excerpt_id
            join roll_call r on r.id = c.roll_call_id
            where c.country_code = 'KAZ' and r.symbol = 'A/RES/ES-11/1'
            """);

        Assert.Empty(unfounded);
        Assert.Empty(withoutPreferred);
        Assert.Equal("it abstained from a United Nations vote in early March on a resolution demanding that Russia end the invasion", highlighted);
    }

    [Fact]
    public async Task The_Z_sign__is_the_only_disputed_act__since_the_report_of_August_2023()
    {
        await using var database = await DatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);
        Task<IEnumerable<Guid>> DisputedAsync(string asOf) => connection.QueryAsync<Guid>(
            $"select event_id from claim_as_of('{asOf}') where contradicts_preferred");

        Assert.Empty(await DisputedAsync("2023-08-04 23:59:59Z"));
        Assert.Equal([SampleId.Of("S19")], await DisputedAsync("2023-08-05 00:00:00Z"));
    }

    [Fact]
    public async Task Every_act_of_the_article__opened_for_correction__breaks_no_rule()
    {
        await using var database = await DatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);
        var register = await new RegisterReader(database).ReadAsync(Cancel);
        var events = await connection.QueryAsync<Guid>("select id from stance_event");

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var breaches = new List<string>();
        foreach (var id in events)
        {
            var stored = await new EventReader(database).FindAsync(id, Scope.Everything, Cancel);
            breaches.AddRange(EventRules.Check(stored!.Draft, register, today).Select(b => $"{stored.Draft.Title}: {b}"));
        }

        Assert.Equal(30, events.Count());
        Assert.Empty(breaches);
    }
}
