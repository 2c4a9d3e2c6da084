-- When were addresses checked last, how many of how many, and how many gave other numbers?
select
  max(c.checked_at) as checked_at,
  count(c.permalink_key) as checked,
  count(c.permalink_key) filter (where c.found is distinct from p.fingerprint) as changed,
  (select count(*) from permalink) as kept
from (select max(checked_at) as checked_at from permalink_check) last
left join permalink_check c on c.checked_at = last.checked_at
left join permalink p on p.key = c.permalink_key
