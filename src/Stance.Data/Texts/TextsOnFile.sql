-- Which reports are on file, how much of their text, and how many acts were coded from each?
select
  r.id,
  r.title,
  s.name as source,
  s.reliability,
  r.published_on,
  r.language,
  r.is_partial,
  r.keeps,
  r.stored_at,
  u.name as stored_by,
  coalesce(a.acts, 0)::int as acts,
  coalesce(a.broken, 0)::int as broken
from report r
join source s on s.id = r.source_id
left join app_user u on u.id = r.stored_by
left join lateral (
  select
    count(distinct c.event_id) as acts,
    count(distinct c.event_id) filter (where x.text_sha256 is not null and x.text_sha256 is distinct from r.text_sha256) as broken
  from claim c
  join stance_event_version v
    on v.country_code = c.country_code
    and v.event_id = c.event_id
    and upper_inf(v.known)
    and v.state = 'published'
  left join excerpt x on x.id = c.excerpt_id
  where c.report_id = r.id
    and upper_inf(c.known)
    and (@countries::text[] is null or c.country_code = any(@countries))) a on true
order by r.stored_at desc nulls last, r.published_on desc, r.title
limit 500
