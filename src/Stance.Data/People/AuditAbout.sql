-- What was done to this subject, newest first?
select
  entry_no,
  at,
  actor,
  action,
  subject,
  details::text as details
from audit_entry
where subject = @subject
order by entry_no desc
limit @limit
