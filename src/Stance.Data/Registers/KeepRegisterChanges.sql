-- Keep what the fields of a register's entry said before and say now.
insert into register_change (register, about, field, before, after, at, changed_by, reason)
select @register, @about, c.field, c.before, c.after, @at, @by, @reason
from unnest(@fields::text[], @befores::text[], @afters::text[]) with ordinality as c (field, before, after, place)
order by c.place
