-- Which views were handed out last?
select view
from permalink
order by handed_out_at desc
limit @most
