-- Which cases are open, and what can this coder do about each? Says nothing of anybody's answer, only where it stands written.
select
  c.id,
  c.opened_at,
  c.chosen_by,
  count(*) as answers,
  bool_or(d.coder_id = @coder) as is_mine,
  string_agg(u.name, ' and ' order by d.place) as coders,
  min(d.draft -> 'report' ->> 'title') filter (where d.place = 1) as report,
  min(d.draft -> 'report' ->> 'publishedOn') filter (where d.place = 1) as published_on,
  min(coalesce(s.name, d.draft -> 'source' ->> 'name')) filter (where d.place = 1) as source,
  min(d.draft -> 'excerpt' ->> 'pointer') filter (where d.place = 1) as pointer
from coding_case c
join coding_decision d on d.case_id = c.id
join app_user u on u.id = d.coder_id
left join source s on s.id = (d.draft -> 'source' ->> 'id')::uuid
where c.closed_at is null
group by c.id
order by c.opened_at, c.id
limit 500
