-- Keep what was known of a roll call until a moment.
insert into roll_call_earlier (
  roll_call_id, version, known, title, meeting, session, url, yes, no, abstain, absent, recorded_at, changed_by, reason)
select
  id, version, tstzrange(known_from, @at), title, meeting, session, url, yes, no, abstain, absent, recorded_at, changed_by, reason
from roll_call
where id = @id
