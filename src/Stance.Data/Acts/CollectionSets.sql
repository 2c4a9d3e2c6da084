-- Which collections each act belongs to.
select
  i.country_code,
  coalesce(i.event_id, i.roll_call_id) as id,
  array_agg(c.code order by c.code) as codes
from collection_item i
join collection c on c.id = i.collection_id
where @countries::text[] is null or i.country_code = any(@countries)
group by i.country_code, coalesce(i.event_id, i.roll_call_id)
