-- Which templates does a curator see, own ones and shared ones, by name; or the one with an id?
select
  t.id,
  t.name,
  t.draft::text as draft,
  t.is_shared,
  t.owner_id = @user as is_mine,
  u.name as owner,
  t.made_at
from act_template t
join app_user u on u.id = t.owner_id
where t.removed_at is null
  and (t.owner_id = @user or t.is_shared)
  and (@id::uuid is null or t.id = @id)
  and (@countries::text[] is null or t.draft ->> 'country' is null or t.draft ->> 'country' = any(@countries))
order by lower(t.name), t.id
limit 500
