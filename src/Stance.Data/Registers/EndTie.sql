-- Let a country's tie end on a day.
update structural_tie
set
  valid = daterange(lower(valid), @until),
  source = @source
where country_code = @country
  and tie_kind = @group
  and coalesce(lower(valid), '-infinity') = @from
  and upper_inf(valid)
