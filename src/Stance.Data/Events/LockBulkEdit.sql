-- What did a change of many acts change? Held until commit, so that it is taken back once.
select
  b.field,
  b.value,
  b.at
from bulk_edit b
where b.id = @id
for update
