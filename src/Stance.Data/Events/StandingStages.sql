-- Which acts of a state stand as stages of a commitment, with the act it begins with, the newest stage last?
select
  v.event_id as act,
  v.chain_id as chain,
  v.is_scored,
  v.superseded_by
from stance_event_version v
where v.country_code = @country
  and (v.chain_id = @chain or v.event_id = @begun)
  and upper_inf(v.known)
  and v.state = 'published'
order by v.scored_on, v.mode = 'M', v.event_id
