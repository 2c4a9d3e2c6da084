-- The newest acts with some letters in title or passage, by reading them all: what search by pattern comes to.
select v.country_code, v.event_id, v.scored_on
from act_version_as_of(now()) v
where plain_text(v.title) like '%' || @letters || '%'
  or plain_text(v.note) like '%' || @letters || '%'
order by v.scored_on desc, v.act_id
limit 51
