-- How did countries vote in roll calls that were ever scored, and from when was each vote known as scored so?
select
  s.roll_call_id as roll_call,
  s.axis_code as axis,
  s.favoured_code as favoured,
  r.held_on,
  v.country_code as country,
  v.choice,
  lower(v.known * s.known) as known_from
from roll_call_scoring s
join roll_call r on r.id = s.roll_call_id
join vote v on v.roll_call_id = s.roll_call_id and v.known && s.known
where @countries::text[] is null or v.country_code = any(@countries)
