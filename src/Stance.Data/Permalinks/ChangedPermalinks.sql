-- Which addresses give other numbers than they gave, by their newest check?
select
  p.view,
  p.handed_out_at,
  c.checked_at
from permalink p
cross join lateral (
  select
    k.checked_at,
    k.found
  from permalink_check k
  where k.permalink_key = p.key
  order by k.checked_at desc
  limit 1) c
where c.found is distinct from p.fingerprint
order by c.checked_at desc, p.view
limit @most
