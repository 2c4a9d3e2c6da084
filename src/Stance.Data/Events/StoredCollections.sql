-- Which collections is an act in?
select c.code
from collection_item i
join collection c on c.id = i.collection_id
where i.country_code = @country and i.event_id = @id
order by c.code
