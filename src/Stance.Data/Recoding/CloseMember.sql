-- End what was known of a country's side.
update axis_member
set known = tstzrange(lower(known), @at)
where axis_code = @axis
  and country_code = @country
  and coalesce(lower(valid), '-infinity') = @from
  and upper_inf(known)
