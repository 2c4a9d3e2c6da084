-- Let a country's spell in a bloc end on a day.
update bloc_membership
set
  valid = daterange(lower(valid), @until),
  source = @source
where bloc_code = @group
  and country_code = @country
  and coalesce(lower(valid), '-infinity') = @from
  and upper_inf(valid)
