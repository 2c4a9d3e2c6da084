-- Keep what each key of a changed act means from now on.
update import_key k
set version = s.version, content = s.content
from import_stage s
where s.version > 1 and k.sender = @sender and k.key = s.key
