-- Which countries are there, by which other names and codes are they known, and when had they a seat at the United Nations?
select
  c.code,
  c.name,
  coalesce(c.official_name, c.name) as official_name,
  c.valid_from,
  c.valid_to,
  coalesce(array_agg(a.alias order by a.kind, a.alias) filter (where a.alias is not null), '{}') as aliases,
  coalesce(array_agg(a.alias order by a.alias) filter (where a.kind in ('name', 'official name', 'misprint')), '{}') as other_names,
  array(select lower(s.spell) from unnest(c.un_seat) with ordinality as s (spell, place) order by s.place) as un_seat_from,
  array(select coalesce(upper(s.spell), 'infinity') from unnest(c.un_seat) with ordinality as s (spell, place) order by s.place) as un_seat_until,
  c.un_printed_as,
  c.dispute
from country c
left join country_alias a
  on a.country_code = c.code
  and a.kind not in ('adjective', 'seat of government')
group by c.code
order by c.name
