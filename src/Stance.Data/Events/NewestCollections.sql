-- Which collections is each of these acts in?
select
  i.event_id as event,
  c.code
from collection_item i
join collection c on c.id = i.collection_id
where i.event_id = any(@ids) and i.country_code = any(@countries)
order by i.event_id, c.code
