-- Which proposal waits for a decision on this axis?
select
  id,
  favoured_code as favoured
from roll_call_proposal
where roll_call_id = @id and axis_code = @axis and state = 'open'
