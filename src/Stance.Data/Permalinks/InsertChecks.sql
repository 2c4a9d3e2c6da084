-- Write down what some addresses give now.
insert into permalink_check (permalink_key, checked_at, found)
select
  c.key,
  @now,
  c.found
from unnest(@keys::bytea[], @found::bytea[]) as c(key, found)
