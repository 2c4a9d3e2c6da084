-- Which passages of this report do acts on file rest on, in the order of the text?
with coded as (
  select c.country_code, c.excerpt_id, v.event_id::text as act_id, v.title, v.scored_on
  from claim c
  join stance_event_version v
    on v.country_code = c.country_code
    and v.event_id = c.event_id
    and upper_inf(v.known)
    and v.state = 'published'
  where c.report_id = @report and upper_inf(c.known)
  union all
  select c.country_code, c.excerpt_id, c.roll_call_id || '.' || c.country_code, s.title, s.held_on
  from claim c
  join vote v on v.roll_call_id = c.roll_call_id and v.country_code = c.country_code and upper_inf(v.known)
  join roll_call_side s on s.roll_call_id = v.roll_call_id and s.choice = v.choice and upper_inf(s.known)
  where c.report_id = @report and upper_inf(c.known)
)
select
  c.act_id,
  c.title,
  x.passage,
  x.highlight_from,
  x.highlight_to,
  x.pointer,
  x.text_from,
  x.text_to,
  encode(x.text_sha256, 'hex') as text_sha256,
  x.text_sha256 is not null and x.text_sha256 is distinct from r.text_sha256 as is_broken,
  x.translation
from coded c
join excerpt x on x.id = c.excerpt_id
join report r on r.id = x.report_id
where @countries::text[] is null or c.country_code = any(@countries)
order by x.text_from nulls last, x.pointer, c.scored_on, c.act_id
