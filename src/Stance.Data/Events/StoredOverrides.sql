-- Which scores did a curator set in this version?
select
  axis_code as axis,
  score,
  reason
from axis_override
where country_code = @country and event_id = @id and version = @version
order by axis_code
