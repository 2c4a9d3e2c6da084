-- Which changes were made in many acts at once, the newest first, and were they taken back?
select
  b.id,
  b.at,
  b.field,
  b.value,
  b.reason,
  b.actor as by,
  c.acts,
  u.at as undone_at,
  u.actor as undone_by,
  u.reason as undone_reason
from bulk_edit b
cross join lateral (
  select count(*)::int as acts
  from bulk_edit_act a
  where a.bulk_id = b.id and (@countries::text[] is null or a.country_code = any(@countries))
) c
left join bulk_undo u on u.bulk_id = b.id
where c.acts > 0 and (@id::uuid is null or b.id = @id)
order by b.id desc
limit 50
