-- Is another source of this name, in capitals or not, on file?
select exists (
  select
  from source
  where lower(name) = lower(@name)
    and id <> @id
)
