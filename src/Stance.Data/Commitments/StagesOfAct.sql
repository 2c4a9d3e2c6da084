-- Which acts are stages of the commitment an act belongs to, itself among them, as known at a moment and in order of time?
select
  v.event_id as act,
  v.title,
  v.stage,
  v.scored_on as day,
  v.is_scored
from stance_event_version v
where v.country_code = @country
  and (v.event_id = @act or v.chain_id = (
    select n.chain_id
    from stance_event_version n
    where n.country_code = @country and n.event_id = @act and is_known_at(n.known, @knownAt)))
  and is_known_at(v.known, @knownAt)
  and v.state = 'published'
order by v.scored_on, v.mode = 'M', v.event_id
