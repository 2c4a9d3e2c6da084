-- Which passages of this report do acts on file rest on, in the order of the text?
select
  v.event_id::text as act_id,
  v.title,
  x.passage,
  x.highlight_from,
  x.highlight_to,
  x.pointer,
  x.text_from,
  x.text_to,
  encode(x.text_sha256, 'hex') as text_sha256,
  coalesce(x.text_sha256 is distinct from r.text_sha256 and x.text_sha256 is not null, false) as is_broken
from claim c
join excerpt x on x.id = c.excerpt_id
join report r on r.id = x.report_id
join stance_event_version v
  on v.country_code = c.country_code
  and v.event_id = c.event_id
  and upper_inf(v.known)
  and v.state = 'published'
where x.report_id = @report
  and upper_inf(c.known)
  and (@countries::text[] is null or c.country_code = any(@countries))
order by x.text_from nulls last, x.pointer, v.scored_on, v.event_id
