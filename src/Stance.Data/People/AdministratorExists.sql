-- Is there anybody who can administer?
select exists (
  select from app_user
  where role = 'administrator'
    and not is_disabled)
