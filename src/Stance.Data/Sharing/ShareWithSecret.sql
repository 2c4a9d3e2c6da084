-- Was this very view shared before by this person with this secret?
select exists (
  select
  from share
  where id = @id
    and created_by = @owner
    and secret_hash = @hash)
