-- What was written after a change number?
select
  change_no,
  country_code
from change_feed
where change_no > @since
order by change_no
