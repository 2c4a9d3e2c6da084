-- Give each new act of a batch its place.
insert into stance_event (country_code, id, created_at, created_by)
select country_code, event_id, @at, @by
from import_stage
where version = 1
