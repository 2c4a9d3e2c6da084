-- Which alarms were raised by a moment, newest week first?
select
  country_code as country,
  axis_code as axis,
  method,
  week_on as week,
  since_on as since,
  value,
  level_before as before,
  level_after as after,
  array_to_string(act_ids, ' ') as act_ids,
  raised_at
from shift_alarm
where raised_at <= @knownAt
  and (@countries::text[] is null or country_code = any(@countries))
  and (@axis::text is null or axis_code = @axis)
  and (@from::date is null or week_on + 6 >= @from)
  and (@to::date is null or week_on <= @to)
order by week_on desc, country_code, axis_code, method
limit @most
