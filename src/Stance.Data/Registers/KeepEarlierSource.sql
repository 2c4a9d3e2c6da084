-- Keep what a source stood as until a moment.
insert into source_version (source_id, version, name, reliability, url, read_since, coded_back_to, known, changed_by, reason)
select id, @version + 1, name, reliability, url, read_since, coded_back_to, tstzrange(@since, @at), @by, @reason
from source
where id = @id
