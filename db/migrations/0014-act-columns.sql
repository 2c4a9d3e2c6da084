-- Why: charts compute in memory, so the stream of acts is read out once, narrow, and kept current country by country.
create view act_column as
select
  s.country_code,
  s.axis_code,
  coalesce(s.event_id, s.roll_call_id) as id,
  s.roll_call_id is not null as is_vote,
  s.scored_on,
  s.score,
  s.weight,
  s.type_code,
  s.mode = 'M' as is_deed,
  lower(s.known) as known_from,
  upper(s.known) as known_to
from act_score s;
