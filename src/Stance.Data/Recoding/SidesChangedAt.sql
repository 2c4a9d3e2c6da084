-- When did somebody last come to stand on a side of an axis, or leave it?
select max(coalesce(upper(known), lower(known)))
from axis_member
