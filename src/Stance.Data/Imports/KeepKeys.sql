-- Keep what each new key means from now on.
insert into import_key (sender, key, country_code, event_id, version, content)
select @sender, key, country_code, event_id, version, content
from import_stage
where version = 1
