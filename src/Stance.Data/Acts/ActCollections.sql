-- Which collections does an act belong to?
select
  c.id,
  c.code,
  c.name,
  c.description,
  coalesce(c.citation, '') as citation
from act_collection a
join collection c on c.id = a.collection_id
where a.country_code = @country and a.act_id = @actId
order by c.code
