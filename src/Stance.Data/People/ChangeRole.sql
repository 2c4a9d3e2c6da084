-- Give a person another role.
update app_user
set
  role = @role,
  security_stamp = @stamp
where id = @id
