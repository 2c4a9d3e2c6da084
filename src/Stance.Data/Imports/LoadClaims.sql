-- Keep what its report says of each act of a batch; of a changed act the claim keeps its id, and one that says the same stays.
insert into claim (country_code, id, event_id, known, rank, credibility, statement, report_id, excerpt_id)
select
  s.country_code,
  coalesce(
    case when s.version > 1 then (
      select k.id
      from claim k
      where k.country_code = s.country_code and k.event_id = s.event_id and k.rank = 'preferred' and upper(k.known) = s.known_from
      limit 1) end,
    uuidv7()),
  s.event_id,
  tstzrange(s.known_from, null),
  'preferred',
  s.credibility,
  s.statement,
  r.id,
  p.id
from import_stage s
join import_stage_passage p on p.print = s.passage_print
join import_stage_report r on r.print = p.report_print
where s.version = 1
  or not exists (
    select from claim o
    where o.country_code = s.country_code and o.event_id = s.event_id and o.rank = 'preferred' and upper_inf(o.known))
