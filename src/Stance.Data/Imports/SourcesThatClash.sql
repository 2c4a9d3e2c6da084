-- Which sources of a batch are on file with another grade?
select o.name
from import_stage_source s
join source o on o.id = s.id
where o.reliability <> s.reliability
order by o.name
