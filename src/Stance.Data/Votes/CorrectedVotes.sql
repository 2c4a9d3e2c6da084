-- Which votes of a roll call were corrected up to a moment: what was known, and what instead from when on?
select
  n.country_code as country,
  o.choice as was,
  n.choice as became,
  lower(n.known) as at
from vote n
join vote o on o.roll_call_id = n.roll_call_id and o.country_code = n.country_code and upper(o.known) = lower(n.known)
where n.roll_call_id = @id
  and lower(n.known) <= @knownAt
  and (@countries::text[] is null or n.country_code = any(@countries))
order by lower(n.known) desc, n.country_code
