-- Add some lines at the end of the audit chain, in the order given, each chained to the one before.
with recursive line as (
  select
    place,
    subject,
    details::jsonb as details
  from unnest(@subjects::text[], @details::text[]) with ordinality as l (subject, details, place)
),
chained as (
  select
    0::bigint as place,
    entry_no,
    null::text as subject,
    null::jsonb as details,
    null::bytea as previous_hash,
    hash
  from audit_head
  union all
  select
    l.place,
    c.entry_no + 1,
    l.subject,
    l.details,
    c.hash,
    audit_hash(c.entry_no + 1, @at, @actor, @action, l.subject, l.details, c.hash)
  from chained c
  join line l on l.place = c.place + 1
),
entry as (
  insert into audit_entry (entry_no, at, actor, action, subject, details, previous_hash, hash)
  select
    entry_no,
    @at,
    @actor,
    @action,
    subject,
    details,
    previous_hash,
    hash
  from chained
  where place > 0
  returning entry_no, hash
)
update audit_head h
set
  entry_no = e.entry_no,
  hash = e.hash
from (select entry_no, hash from entry order by entry_no desc limit 1) e
