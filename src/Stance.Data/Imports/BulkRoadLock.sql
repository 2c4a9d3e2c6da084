-- How are these tables had to ourselves, or not at all?
select format('lock table %s in access exclusive mode nowait', string_agg(t::text, ', '))
from unnest(@tables::regclass[]) as t
