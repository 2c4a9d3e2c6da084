-- Write down that a source was looked through; nothing when the id is on file already.
with made as (
  insert into source_sweep (id, source_id, swept, note, swept_at, swept_by)
  values (@id, @sourceId, daterange(@from, @to, '[]'), @note, @now, @person)
  on conflict (id) do nothing
  returning id
)
insert into source_sweep_country (sweep_id, country_code)
select made.id, c.code
from made
cross join unnest(@countries::text[]) as c (code)
