-- Shut a person out, or let them in again.
update app_user
set
  is_disabled = @disabled,
  security_stamp = @stamp,
  tries_in_row = 0,
  locked_until = null
where id = @id
