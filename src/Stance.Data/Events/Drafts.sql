-- What has a person left unsaved, the newest first, and about which act or report of the scope is each?
with own as (
  select
    subject,
    body,
    saved_at,
    case when subject ~ '^act:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9]+$' then substring(subject from 5 for 36)::uuid end as act,
    case when subject ~ '^(text|words|act:new):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then right(subject, 36)::uuid end as report
  from draft
  where user_id = @user
)
select
  o.subject,
  case when length(o.body) <= 100000 then o.body end as body,
  o.saved_at,
  coalesce(v.title, r.title) as about,
  v.version as newest,
  count(*) over () as total
from own o
left join stance_event e on e.id = o.act and (@countries::text[] is null or e.country_code = any(@countries))
left join stance_event_version v on v.country_code = e.country_code and v.event_id = e.id and upper_inf(v.known)
left join report r on r.id = o.report
order by o.saved_at desc, o.subject
limit @most
