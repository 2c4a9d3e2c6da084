-- Keep a codebook on file that comes into force by itself on a later day.
insert into codebook_announcement (id, version, in_force_from, draft, announced_by, announced_at)
values (@id, @version, @inForceFrom, @draft::jsonb, @by, @at)
