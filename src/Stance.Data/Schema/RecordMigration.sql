-- Remember a migration and the exact text it had.
insert into schema_migration (name, sha256)
values (@name, @hash);
