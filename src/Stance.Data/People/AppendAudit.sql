-- Add one line at the end of the audit chain.
with head as (
  select
    entry_no + 1 as entry_no,
    hash as previous_hash
  from audit_head
),
entry as (
  insert into audit_entry (entry_no, at, actor, action, subject, details, previous_hash, hash)
  select
    entry_no,
    @at,
    @actor,
    @action,
    @subject,
    @details::jsonb,
    previous_hash,
    audit_hash(entry_no, @at, @actor, @action, @subject, @details::jsonb, previous_hash)
  from head
  returning entry_no, hash
)
update audit_head
set
  entry_no = entry.entry_no,
  hash = entry.hash
from entry
