-- Keep what was ruled on a case, and why.
insert into adjudication (case_id, ruled_by, ruled_at, codebook_version, draft, both_stand, reason, type_code)
values (@id, @by, @at, @codebook, @draft::jsonb, @bothStand, @reason, @type)
