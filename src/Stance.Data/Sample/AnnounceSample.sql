-- Tell every open view which countries have new acts.
with locked as materialized (
  select change_lock()
), written as (
  insert into change_feed (country_code, what, subject)
  select
    c.code,
    'load sample',
    null
  from locked
  cross join unnest(@countries::text[]) as c(code)
  returning change_no
)
select pg_notify('stance_change', max(change_no)::text)
from written
