-- Open the votes of a roll call, all at once.
insert into vote (country_code, roll_call_id, choice, known)
select
  v.country,
  @id,
  v.choice,
  tstzrange(@at, null)
from unnest(@countries::text[], @choices::text[]) as v (country, choice)
