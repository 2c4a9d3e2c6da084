-- Is there such a source?
select exists (
  select
  from source
  where id = @id
)
