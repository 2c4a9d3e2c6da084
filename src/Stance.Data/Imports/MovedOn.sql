-- Which staged rows change an act that somebody changed while the file was read?
select s.row_no
from import_stage s
join stance_event_version v on v.country_code = s.country_code and v.event_id = s.event_id and v.version >= s.version
where s.version > 1
order by s.row_no
