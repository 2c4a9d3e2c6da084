-- Keep what a source stood as until a moment.
insert into source_version (source_id, version, name, reliability, url, known, changed_by, reason)
select id, @version + 1, name, reliability, url, tstzrange(@since, @at), @by, @reason
from source
where id = @id
