-- Keep a password hashed anew; nothing else of a person changes this way.
update app_user
set
  password_hash = @passwordHash,
  security_stamp = @securityStamp
where id = @id
