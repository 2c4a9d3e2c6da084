-- Keep that two acts are two; nothing comes back where that is on file.
insert into distinct_acts (first_id, second_id, reason, marked_at, marked_by)
values (@first, @second, @reason, @at, @by)
on conflict (first_id, second_id) where undone_at is null do nothing
returning id
