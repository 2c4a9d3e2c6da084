-- Which acts of several states do these keys of a sender, or these addresses, mean, and does any act of them stand? Of one key the newest last.
select
  p.id,
  case when p.sender = @sender then p.key end as key,
  p.title,
  exists (
    select
    from stance_event_version v
    where v.parent_id = p.id and upper_inf(v.known) and v.state = 'published') as stands
from parent_act p
where (p.sender = @sender and p.key = any(@keys)) or p.id = any(@ids)
order by p.created_at, p.id
