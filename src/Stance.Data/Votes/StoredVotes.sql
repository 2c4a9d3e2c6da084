-- How did each country vote, as known at a moment?
select
  country_code as country,
  choice
from vote
where roll_call_id = @id
  and is_known_at(known, @knownAt)
  and (@countries::text[] is null or country_code = any(@countries))
order by country_code
