-- Tell every open view that the acts of some countries changed, once this commits; without a country, that the register did.
with change as (
  insert into change_feed (at, country_code, what, subject)
  select @at, country, @what, @subject
  from unnest(@countries::text[]) as c (country)
  order by country
  returning change_no
)
select pg_notify('stance_change', max(change_no)::text)
from change
having count(*) > 0
