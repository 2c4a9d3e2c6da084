-- May a password be tried for this address now? Counted before it is looked at; ten wrong in a row rest, a hundred end the day.
update app_user
set
  tries_in_row = case when locked_until <= @now then 1 else tries_in_row + 1 end,
  locked_until = case when locked_until <= @now or tries_in_row + 1 < @mostInRow then null else @restUntil end,
  tries_on = @today,
  tries_that_day = case when tries_on = @today then tries_that_day + 1 else 1 end
where normalized_email = @email
  and not is_disabled
  and (locked_until is null or locked_until <= @now)
  and (tries_on is distinct from @today or tries_that_day < @mostInDay)
returning id
