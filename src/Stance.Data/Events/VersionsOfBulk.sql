-- Which versions did a change of many acts open and when, and by which codebook were the versions before scored?
select
  a.country_code as country,
  a.event_id as event,
  a.version,
  lower(v.known) as known_from,
  b.codebook_version as codebook,
  b.chain_id as chain
from bulk_edit_act a
join stance_event_version v on v.country_code = a.country_code and v.event_id = a.event_id and v.version = a.version
join stance_event_version b on b.country_code = a.country_code and b.event_id = a.event_id and b.version = a.version - 1
where a.bulk_id = @id
order by a.event_id
