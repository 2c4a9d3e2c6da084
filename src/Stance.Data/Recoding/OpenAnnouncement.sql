-- Which codebook is announced and has neither come into force nor been withdrawn?
select
  a.id,
  a.in_force_from,
  a.draft,
  u.id as announced_by,
  u.name as announcer,
  a.announced_at
from codebook_announcement a
left join app_user u on u.id = a.announced_by
where a.ended_at is null
