-- Keep what an act of several states was called until a moment.
insert into parent_act_version (parent_id, version, title, known, changed_by, reason)
select id, @version + 1, title, tstzrange(@since, @at), @by, @reason
from parent_act
where id = @id
