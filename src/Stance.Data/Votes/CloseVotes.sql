-- End the knowledge interval of what some countries were known to have chosen.
update vote
set known = tstzrange(lower(known), @at)
where roll_call_id = @id and country_code = any(@countries) and upper_inf(known)
