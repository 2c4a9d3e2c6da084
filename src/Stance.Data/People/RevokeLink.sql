-- This link no longer opens anything.
update one_time_link
set revoked_at = @now
where id = @id
  and used_at is null
  and revoked_at is null
