using System.Text.Json;
using Dapper;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Search;

public sealed class RegimeTests(PostgresFixture postgres)
{
    private static readonly string[] Vocabulary =
        ["river", "harbour", "treaty", "convoy", "grain", "border", "envoy", "summit", "embargo", "pipeline", "vaccine", "patrol", "réforme", "Übung", "minister"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looking_up_and_walking__random_acts_and_votes__give_the_same_acts_in_the_same_order_as_reading_them_all()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var random = new Random(28);
        var written = Enumerable.Range(0, 500).Select(_ => WrittenAct.Any(random)).ToList();
        var rollCalls = Enumerable.Range(0, 4).Select(_ => WrittenAct.Any(random) with { Country = "", Passage = null, Tonnes = null }).ToList();
        await InsertAsync(acts, written, rollCalls);
        var walking = new ActReader(acts.Database, acts.Feed, TimeProvider.System) { MostRare = 0 };
        var longest = 0;

        for (var i = 0; i < Rounds.Of(20, 60); i++)
        {
            var (text, holds) = AnyText(random);
            var view = new ViewState
            {
                Text = text,
                Order = (ActOrder)random.Next(4),
                Period = random.Next(2) == 0 ? new Period(new DateOnly(1951, 1, 1), new DateOnly(1951, 1, 6)) : null,
                Countries = random.Next(2) == 0 ? [] : [new("KAZ"), new("FRA")],
            };

            var lookedUp = await AllAsync(acts.Acts, view, random.Next(3, 40));
            var walked = await AllAsync(walking, view, random.Next(3, 40));

            Assert.True(lookedUp.SequenceEqual(walked), text);
            var expected = written.Where(a => holds(a)).Select(a => (Id: new ActId(a.Id, null), a.Day, a.Country))
                .Concat(rollCalls.Where(a => holds(a)).SelectMany(a => Voters.Select(c => (Id: new ActId(a.Id, new(c)), a.Day, Country: c))))
                .Where(a => view.Period is not { } period || (a.Day >= period.From && a.Day <= period.To))
                .Where(a => view.Countries.Count == 0 || view.Countries.Any(c => c.Value == a.Country))
                .ToList();
            Assert.Equal(expected.Select(a => a.Id.ToString()).Order(), lookedUp.Select(a => a.ToString()).Order());
            if (view.Order is ActOrder.DateDescending)
                Assert.Equal(expected.OrderByDescending(a => a.Day).ThenBy(a => a.Id.ToString(), StringComparer.Ordinal).Select(a => a.Id), lookedUp);
            if (view.Order is ActOrder.DateAscending)
                Assert.Equal(expected.OrderBy(a => a.Day).ThenBy(a => a.Id.ToString(), StringComparer.Ordinal).Select(a => a.Id), lookedUp);
            Assert.Equal(lookedUp, await acts.Acts.MatchingAsync(view, Scope.Everything, Cancel));
            longest = Math.Max(longest, expected.Count);
        }

        Assert.True(longest > Rounds.Of(40, 100));
    }

    private static readonly string[] Voters = ["FRA", "KAZ", "POL"];

    private static (string Text, Func<WrittenAct, bool> Holds) AnyText(Random random)
    {
        var words = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]).ToList();
        var least = random.Next(3) == 0 ? random.Next(60) : (int?)null;
        var text = string.Join(' ', words.Select(w => random.Next(2) == 0 ? w.ToUpperInvariant() : Plain(w))) + (least is null ? "" : $" tonnes > {least}");
        return (text, act => words.All(w => act.Words.Contains(Plain(w), StringComparison.Ordinal)) && (least is null || act.Tonnes > least));
    }

    private static string Plain(string word) => word.ToLowerInvariant().Replace('é', 'e').Replace('ü', 'u');

    private static async Task<IReadOnlyList<ActId>> AllAsync(ActReader reader, ViewState view, int size)
    {
        var all = new List<ActId>();
        string? cursor = null;
        do
        {
            var page = await reader.ListAsync(view, Scope.Everything, size, cursor, Cancel);
            all.AddRange(page.Acts.Select(a => a.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        return all;
    }

    private static async Task InsertAsync(LoadedActs acts, List<WrittenAct> written, List<WrittenAct> rollCalls)
    {
        await using var connection = await acts.Database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync("""
            create temporary table w as
            select * from jsonb_to_recordset(@written::jsonb) as w(id uuid, country text, day date, title text, note text, passage text, tonnes float8);
            insert into stance_event (country_code, id) select country, id from w;
            insert into stance_event_version (
              country_code, event_id, version, known, title, note, codebook_version, type_code, variant, happened_from, happened_to, precision, scored_on,
              intensity, confidence, evidence_weight, mode, attributes)
            select w.country, w.id, 1, tstzrange('2020-01-01', null), w.title, w.note, '1.0', t.type_code, t.variant, w.day, w.day, 'day', w.day, 1, 1, 1, 'D',
              case when w.tonnes is null then '{}' else jsonb_build_object('tonnes', w.tonnes) end
            from w
            cross join (select type_code, min(variant) as variant from event_type_variant where type_code = 'HUM-AIDF' group by type_code) t;
            insert into scored_act (country_code, event_id, version, axis_code, base_score, score, weight)
            select country, id, 1, 'RUW', 1, extract(day from day)::int % 4, 1 from w where length(title) % 3 > 0;
            insert into excerpt (id, report_id, passage, highlight_to, pointer)
            select w.id, r.id, w.passage, 1, '¶1' from w cross join (select id from report order by id limit 1) r where w.passage is not null;
            insert into claim (country_code, event_id, known, rank, credibility, statement, excerpt_id)
            select country, id, tstzrange('2020-01-01', null), 'preferred', 2, 'said', id from w where passage is not null;
            create temporary table v as
            select * from jsonb_to_recordset(@rollCalls::jsonb) as w(id uuid, country text, day date, title text, note text, passage text, tonnes float8);
            insert into roll_call (id, body, symbol, title, held_on, yes, no, abstain, absent)
            select id, 'UN General Assembly', 'T/' || row_number() over (), concat_ws(' ', title, note), day, 3, 0, 0, 0 from v;
            insert into roll_call_scoring (roll_call_id, axis_code, favoured_code, codebook_version, known)
            select id, 'RUW', 'UKR', '1.0', tstzrange('2020-01-01', null) from v;
            insert into vote (country_code, roll_call_id, choice, known) select c, id, 'Y', tstzrange('2020-01-01', null) from v cross join unnest(@voters::text[]) c;
            analyze
            """, new { written = Json(written), rollCalls = Json(rollCalls), voters = Voters });
    }

    private static string Json(List<WrittenAct> acts) => JsonSerializer.Serialize(acts, JsonSerializerOptions.Web);

    private sealed record WrittenAct(Guid Id, string Country, DateOnly Day, string Title, string? Note, string? Passage, double? Tonnes)
    {
        public string Words => Plain($"{Title} {Note} {Passage}");

        public static WrittenAct Any(Random random)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new(
                new Guid(bytes), random.Next(3) switch { 0 => "KAZ", 1 => "FRA", _ => "POL" }, new DateOnly(1951, 1, 1).AddDays(random.Next(9)),
                Some(random)!, random.Next(3) == 0 ? Some(random) : null, random.Next(3) == 0 ? Some(random) : null, random.Next(3) == 0 ? random.Next(90) : null);
        }

        // Few words are in many acts, most in some.
        private static string? Some(Random random) =>
            string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Vocabulary[random.Next(Vocabulary.Length) * random.Next(Vocabulary.Length) / Vocabulary.Length]));
    }
}
