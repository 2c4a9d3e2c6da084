-- What are coders called?
select distinct
  u.id,
  u.name
from app_user u
join coding_decision d on d.coder_id = u.id
