-- End what was known of a country's spell in a bloc.
update bloc_membership
set known = tstzrange(lower(known), @at)
where bloc_code = @group
  and country_code = @country
  and coalesce(lower(valid), '-infinity') = @from
  and upper_inf(known)
