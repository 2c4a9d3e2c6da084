-- Which scores did a curator set in these versions?
select
  version,
  axis_code as axis,
  score,
  reason
from axis_override
where country_code = @country and event_id = @id and version >= @from
order by version, axis_code
