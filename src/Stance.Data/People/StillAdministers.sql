-- Is this person an administrator at this moment?
select exists (
  select from app_user
  where id = @id
    and role = 'administrator'
    and not is_disabled)
