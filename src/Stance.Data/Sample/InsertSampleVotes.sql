-- How did each country vote, known from the day of the vote? A vote that is known already stays as it is.
insert into vote (country_code, roll_call_id, choice, known)
select
  r.country,
  c.id,
  r.choice,
  tstzrange(c.held_on::timestamp at time zone 'utc', null)
from unnest(@countries::text[], @rollCalls::uuid[], @choices::text[]) as r(country, roll_call_id, choice)
join roll_call c on c.id = r.roll_call_id
where not exists (select from vote v where v.country_code = r.country and v.roll_call_id = r.roll_call_id)
