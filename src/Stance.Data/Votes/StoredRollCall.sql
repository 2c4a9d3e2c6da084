-- What is known of a roll call at a moment?
select
  r.id,
  k.version,
  r.body,
  r.symbol,
  k.title,
  r.held_on,
  k.meeting,
  k.session,
  k.url,
  k.yes,
  k.no,
  k.abstain,
  k.absent
from roll_call r
join roll_call_known k on k.roll_call_id = r.id and is_known_at(k.known, @knownAt)
where r.id = @id
