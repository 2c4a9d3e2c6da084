-- What was done, newest first, below a line already shown: of one subject, by one actor, or of any.
select
  a.entry_no,
  a.at,
  a.actor,
  coalesce(u.name, t.name) as name,
  a.action,
  a.subject,
  a.details::text as details
from audit_entry a
left join app_user u on a.actor = 'person:' || u.id
left join api_token t on a.actor = 'token:' || t.id
where a.entry_no < coalesce(@below, 9223372036854775807)
  and (@subject::text is null or a.subject = @subject)
order by a.entry_no desc
limit @limit
