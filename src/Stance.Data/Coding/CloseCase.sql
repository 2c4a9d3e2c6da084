-- End a case with the acts it became, or with none.
with became as (
  insert into coding_case_act (case_id, country_code, event_id)
  select @id, a.country_code, a.event_id
  from unnest(@countries::text[], @acts::uuid[]) as a (country_code, event_id)
)
update coding_case
set closed_at = @at
where id = @id
