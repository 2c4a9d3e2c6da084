-- A million acts of 200 countries, 1946 to 2026: a quadratic skew over countries and kinds, half of all acts in the last five years; each told of by one of 300 sources, every third by two.
-- Titles are a verb of 8, a matter of 40 and a name of 20,000 made up of letters; aid has its tonnes.
with drawn as (
  select
    n,
    (random() * random() * 200)::int as country_no,
    (random() * random() * 44)::int as type_no,
    case when random() < 0.5
      then date '2026-06-30' - (random() * 1826)::int
      else date '1946-01-01' + (random() * 27500)::int end as day,
    random() * 20 - 10 as score,
    0.05 + random() * 0.9 as weight,
    (array['Visits', 'Condemns', 'Promises', 'Signs', 'Hosts', 'Refuses', 'Delivers', 'Announces'])[1 + (random() * 7)::int]
      || ' ' || (array['talks', 'aid', 'medicine', 'grain', 'troops', 'sanctions', 'treaty', 'pipeline', 'envoy', 'summit', 'vaccines', 'uranium',
        'harbour', 'embassy', 'loan', 'border', 'exercise', 'ammunition', 'helicopters', 'electricity', 'tariffs', 'refugees', 'inspectors', 'railway',
        'satellites', 'fisheries', 'visas', 'broadcasts', 'archives', 'shelters', 'generators', 'turbines', 'ambulances', 'wheat', 'fertiliser', 'ferries',
        'drones', 'radars', 'bridges', 'schools'])[1 + (random() * 39)::int]
      || ' with ' || translate(left(md5((random() * random() * 20000)::int::text), 9), '0123456789abcdef', 'aeioulmnrstkvdpg') as title
  from generate_series(1, @acts) n
), countries as (
  select code, row_number() over (order by code) - 1 as country_no from country where not is_former limit 200
), types as (
  select codebook_version, type_code, min(variant) as variant, row_number() over (order by type_code) - 1 as type_no
  from event_type_variant
  group by codebook_version, type_code
), acts as (
  select uuidv7() as id, c.code as country_code, t.codebook_version, t.type_code, t.variant, d.day, d.score, d.weight, d.title, d.n
  from drawn d
  join countries c on c.country_no = least(d.country_no, 199)
  join types t on t.type_no = least(d.type_no, 43)
), papers as (
  insert into source (name, reliability) select 'Generated paper ' || n, 'B' from generate_series(0, 299) n returning id, name
), reports as (
  insert into report (source_id, title, published_on) select id, 'Generated report', '2020-01-01' from papers returning id
), numbered as (
  select id, row_number() over (order by id) - 1 as report_no from reports
), claims as (
  insert into claim (country_code, event_id, known, rank, credibility, statement, report_id)
  select a.country_code, a.id, tstzrange(a.day::timestamptz, null), 'normal', 2, 'Generated', r.id
  from acts a
  cross join lateral generate_series(0, case when a.n % 3 = 0 then 1 else 0 end) k
  join numbered r on r.report_no = (a.n * 7 + k) % 300
), events as (
  insert into stance_event (country_code, id) select country_code, id from acts
), versions as (
  insert into stance_event_version (
    country_code, event_id, version, known, title, codebook_version, type_code, variant,
    happened_from, happened_to, precision, scored_on, intensity, confidence, evidence_weight, mode, attributes)
  select
    country_code, id, 1, tstzrange(day::timestamptz, null), title, codebook_version, type_code, variant,
    day, day, 'day', day, score, greatest(weight, 0.05), (array[1, 0.7, 0.5, 0.3, 0.2])[1 + n % 5], case when n % 2 = 0 then 'D' else 'M' end,
    case when type_code = 'HUM-AIDF' then jsonb_build_object('tonnes', n % 1000) else '{}' end
  from acts
)
insert into scored_act (country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight)
select country_code, id, 1, 'RUW', score - x, 1, x, score, weight
from acts
cross join lateral (select case when n % 50 = 0 and score > -9 then 1 else 0 end as x) e
