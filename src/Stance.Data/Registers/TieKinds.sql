-- Which kinds of lasting ties are there?
select
  code,
  name,
  is_alliance
from tie_kind
order by code
