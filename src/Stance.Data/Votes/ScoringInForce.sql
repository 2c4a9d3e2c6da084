-- Which side is a roll call scored for on an axis now?
select favoured_code
from roll_call_scoring
where roll_call_id = @id and axis_code = @axis and upper_inf(known)
