-- On which axes do two coders' scores stand in this version?
select
  axis_code as axis,
  first,
  second
from coded_score
where country_code = @country and event_id = @id and version = @version
