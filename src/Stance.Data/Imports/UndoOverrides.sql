-- Bring back the scores curators had set before an import.
insert into axis_override (country_code, event_id, version, axis_code, score, reason)
select o.country_code, o.event_id, r.version + 1, o.axis_code, o.score, o.reason
from import_row r
join axis_override o on o.country_code = r.country_code and o.event_id = r.event_id and o.version = r.version - 1
where r.batch_id = @batch and r.event_id <> all(@left) and r.content_before is not null
