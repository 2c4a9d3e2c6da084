-- Does this country have an act that counts as its part of an act of several states, other than these?
select exists (
  select
  from stance_event_version v
  where v.parent_id = @parent
    and v.country_code = @country
    and upper_inf(v.known)
    and v.state = 'published'
    and v.is_scored
    and v.event_id <> all(@own))
