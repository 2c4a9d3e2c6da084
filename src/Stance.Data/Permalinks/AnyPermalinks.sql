-- Some of the addresses that were handed out, by lot.
select
  key,
  view,
  fingerprint
from permalink
order by random()
limit @most
