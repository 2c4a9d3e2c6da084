-- Which roll calls are scored for a country on an axis, and when was each held?
select r.held_on
from roll_call_scoring s
join roll_call r on r.id = s.roll_call_id
where s.axis_code = @axis
  and s.favoured_code = @country
  and upper_inf(s.known)
  and daterange(@from, @until) @> r.held_on
