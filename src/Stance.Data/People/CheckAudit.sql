-- Does the audit chain hold, and where does it first break?
with line as (
  select
    entry_no,
    hash,
    entry_no = row_number() over (order by entry_no)
      and previous_hash = lag(hash, 1, sha256('stance'::bytea)) over (order by entry_no)
      and hash = audit_hash(entry_no, at, actor, action, subject, details, previous_hash) as holds
  from audit_entry
),
newest as (
  select
    entry_no,
    hash
  from line
  order by entry_no desc
  limit 1
)
select
  (select count(*) from line) as entries,
  (select min(entry_no) from line where not holds) as first_broken,
  (select h.entry_no = coalesce(n.entry_no, 0) and h.hash = coalesce(n.hash, sha256('stance'::bytea))
   from audit_head h
   left join newest n on true) as ends_where_it_should
