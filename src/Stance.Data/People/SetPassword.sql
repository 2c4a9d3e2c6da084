-- Give a person a new password, and a fresh count of tries.
update app_user
set
  password_hash = @passwordHash,
  security_stamp = @stamp,
  tries_in_row = 0,
  tries_that_day = 0,
  locked_until = null
where id = @id
