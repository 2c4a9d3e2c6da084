-- Which announcement ended last, if it could not come into force?
select version, in_force_from, problem
from (
  select version, in_force_from, problem
  from codebook_announcement
  where ended_at is not null
  order by ended_at desc
  limit 1
) a
where problem is not null
