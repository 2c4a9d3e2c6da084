-- The password was right: this was no guess.
update app_user
set
  tries_in_row = 0,
  tries_that_day = greatest(tries_that_day - 1, 0),
  locked_until = null
where id = @id
