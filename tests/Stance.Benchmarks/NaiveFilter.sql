-- The newest acts of more than so many tonnes, by reading them all.
select v.country_code, v.event_id, v.scored_on
from act_version_as_of(now()) v
where (v.attributes ->> 'tonnes')::float8 > @tonnes
order by v.scored_on desc, v.act_id
limit 51
