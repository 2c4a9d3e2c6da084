-- What does the register say of each country, by how many other names and codes is it known, and how often was it changed?
select
  c.code,
  c.name,
  c.official_name,
  c.region || coalesce(': ' || c.subregion, '') as region,
  c.iso2,
  c.m49,
  c.cow_code as cow,
  c.valid_from as from_day,
  c.valid_to as until_day,
  array(select lower(s.spell) from unnest(c.un_seat) with ordinality as s (spell, place) order by s.place) as seat_from,
  array(select coalesce(upper(s.spell), 'infinity') from unnest(c.un_seat) with ordinality as s (spell, place) order by s.place) as seat_until,
  c.dispute,
  (select count(*)::int from country_alias a where a.country_code = c.code) as aliases,
  (select count(*)::int from register_change r where r.register = 'country' and r.about = c.code) as version
from country c
where @code::text is null or c.code = @code
order by c.name
