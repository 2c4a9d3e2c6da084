-- Tell every open view that a country's acts changed, once this commits.
with change as (
  insert into change_feed (at, country_code, what, subject)
  values (@at, @country, @what, @subject)
  returning change_no
)
select pg_notify('stance_change', change_no::text)
from change
