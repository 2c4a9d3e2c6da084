-- Tell every running app that these countries were looked at; the lock keeps the numbers in the order of commits.
with locked as materialized (
  select change_lock()
), told as (
  insert into change_feed (at, country_code, what, subject)
  select @now, c.code, 'sweep.recorded', @subject
  from locked
  cross join unnest(@countries::text[]) as c (code)
  returning change_no
)
select pg_notify('stance_change', max(change_no)::text)
from told
