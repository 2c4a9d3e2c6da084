-- Which acts came from an import, row by row?
select
  r.row_no as row,
  r.key,
  r.country_code as country,
  r.event_id as act,
  r.version,
  r.content_before is not null as is_change,
  v.title
from import_row r
join stance_event_version v on v.country_code = r.country_code and v.event_id = r.event_id and v.version = r.version
where r.batch_id = @id and r.row_no > @after
order by r.row_no
limit 200
