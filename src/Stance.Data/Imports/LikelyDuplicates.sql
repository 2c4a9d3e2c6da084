-- Which new rows of a batch look like an act on file: the same actor and kind, within a week, in similar words?
select
  s.row_no as row,
  s.title,
  v.event_id as act,
  v.title as act_title,
  v.scored_on as day,
  v.country_code as country
from import_stage s
join stance_event_version v
  on v.country_code = s.country_code
  and v.scored_on between s.scored_on - 7 and s.scored_on + 7
  and v.type_code = s.type_code
  and upper_inf(v.known)
  and v.state = 'published'
where s.version = 1
  and similarity(plain_text(v.title), plain_text(s.title)) >= @likeness
order by s.row_no, v.event_id
limit 200
