-- Which acts were found to be two, of one act or of all, the newest finding first?
select
  d.first_id as first,
  a.title as first_title,
  a.scored_on as first_day,
  d.second_id as second,
  b.title as second_title,
  b.scored_on as second_day,
  a.country_code as country,
  d.reason,
  d.marked_at,
  u.name as marked_by
from distinct_acts d
join stance_event e on e.id = d.first_id
join stance_event_version a on a.country_code = e.country_code and a.event_id = d.first_id and upper_inf(a.known)
join stance_event_version b on b.country_code = e.country_code and b.event_id = d.second_id and upper_inf(b.known)
left join app_user u on u.id = d.marked_by
where d.undone_at is null
  and (@countries::text[] is null or e.country_code = any(@countries))
  and (@act::uuid is null or @act in (d.first_id, d.second_id))
order by d.marked_at desc, d.id
limit @most
