-- Why: a number is summed only where a sum means something and in one unit, and the codebook knows which field names that unit.
update event_type t
set attributes = (
  select jsonb_agg(
    a.field || case
      when a.field ->> 'key' in ('year', 'years', 'change') then '{"sums": false}'::jsonb
      when a.field ->> 'key' = 'volume' then '{"unitFrom": "volume_unit"}'
      when a.field ->> 'key' = 'quantity' then '{"unitFrom": "system"}'
      when a.field ->> 'key' = 'amount' and not a.field ? 'unit' then '{"unitFrom": "currency"}'
      else '{}'
    end
    order by a.position)
  from jsonb_array_elements(t.attributes) with ordinality as a(field, position))
where jsonb_path_exists(t.attributes, '$[*] ? (@.key == "year" || @.key == "years" || @.key == "change" || @.key == "volume" || @.key == "quantity" || @.key == "amount")');
