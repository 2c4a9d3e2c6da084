-- Which roll calls does the sample bring, and which side does each text favour?
with fresh as (
  insert into roll_call (id, body, symbol, title, held_on, meeting, session, url, yes, no, abstain, absent)
  select
    r.id,
    r.body,
    r.symbol,
    r.title,
    r.held_on,
    r.meeting,
    r.session,
    r.url,
    r.yes,
    r.no,
    r.abstain,
    r.absent
  from jsonb_to_recordset(@rows::jsonb) as r(
    id uuid, body text, symbol text, title text, held_on date, meeting text, session text, url text,
    yes int, no int, abstain int, absent int)
  on conflict do nothing
  returning id
)
insert into roll_call_scoring (roll_call_id, axis_code, favoured_code, codebook_version, known)
select
  f.id,
  r.axis,
  r.favoured,
  @codebook,
  tstzrange(r.held_on::timestamp at time zone 'utc', null)
from jsonb_to_recordset(@rows::jsonb) as r(id uuid, axis text, favoured text, held_on date)
join fresh f on f.id = r.id
