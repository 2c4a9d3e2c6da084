-- How many acts and votes of a country lie on days that it existed on before and would not any more?
select (
  select count(*)::int
  from stance_event_version v
  where v.country_code = @code
    and upper_inf(v.known)
    and v.state = 'published'
    and daterange(@heldFrom::date, @heldUntil::date) @> v.scored_on
    and not daterange(@from::date, @until::date) @> v.scored_on
) + (
  select count(*)::int
  from vote v
  join roll_call r on r.id = v.roll_call_id
  where v.country_code = @code
    and upper_inf(v.known)
    and daterange(@heldFrom::date, @heldUntil::date) @> r.held_on
    and not daterange(@from::date, @until::date) @> r.held_on
)
