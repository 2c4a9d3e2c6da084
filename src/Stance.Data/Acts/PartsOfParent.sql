-- Which acts are parts of an act of several states, as known at a moment, and which of them were taken back by then?
select
  v.event_id as act,
  v.state = 'retracted' as is_taken_back
from stance_event_version v
where v.parent_id = @id
  and is_known_at(v.known, @knownAt)
  and (@countries::text[] is null or v.country_code = any(@countries))
