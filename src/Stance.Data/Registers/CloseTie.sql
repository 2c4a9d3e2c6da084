-- End what was known of a country's tie.
update structural_tie
set known = tstzrange(lower(known), @at)
where country_code = @country
  and tie_kind = @group
  and coalesce(lower(valid), '-infinity') = @from
  and upper_inf(known)
