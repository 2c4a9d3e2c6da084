-- Keep assumptions under a name; adds nothing where the id or the owner's name for it is taken.
insert into scenario (id, name, assumptions, half_life, is_shared, created_at, created_by)
values (@id, @name, @assumptions, @halfLife, @isShared, @now, @owner)
on conflict do nothing
