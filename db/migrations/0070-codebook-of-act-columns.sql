-- Why: a change of score by a new codebook is explained apart from a correction, so the columns say which codebook scored an act.
create or replace view act_column as
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
  upper(s.known) as known_to,
  s.codebook_version
from act_score s;
