-- Is a codebook announced, and from when shall it be in force?
select version, in_force_from
from codebook_announcement
where ended_at is null
