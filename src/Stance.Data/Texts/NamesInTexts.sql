-- By which words do texts name a country?
select
  c.code,
  n.words,
  n.kind
from country c
cross join lateral (
  select c.name as words, 'name' as kind
  union
  select c.official_name, 'official name'
  where c.official_name <> c.name
  union
  select a.alias, a.kind
  from country_alias a
  where a.country_code = c.code
    and a.kind in ('name', 'official name', 'adjective', 'seat of government')) n
where not c.is_former
order by c.code, n.kind, n.words
