-- Which two acts on file may be one act: the same actor and kind, within a week, in similar words, and not found to be two? The newest first; of a pair, the act entered first leads.
select
  a.event_id as first,
  a.title as first_title,
  a.scored_on as first_day,
  b.event_id as second,
  b.title as second_title,
  b.scored_on as second_day,
  a.country_code as country,
  count(*) over () as total
from stance_event_version a
join stance_event_version b
  on b.country_code = a.country_code
  and b.event_id > a.event_id
  and b.scored_on between a.scored_on - 7 and a.scored_on + 7
  and b.type_code = a.type_code
  and upper_inf(b.known)
  and b.state = 'published'
where upper_inf(a.known)
  and a.state = 'published'
  and (a.country_code = any(@countries) or @countries is null)
  and similarity(plain_text(a.title), plain_text(b.title)) >= @likeness
  and not exists (
    select
    from distinct_acts d
    where d.first_id = a.event_id and d.second_id = b.event_id and d.undone_at is null)
order by greatest(a.scored_on, b.scored_on) desc, a.event_id, b.event_id
limit @most
