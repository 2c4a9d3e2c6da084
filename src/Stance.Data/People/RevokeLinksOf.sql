-- Links made for a person no longer open anything.
update one_time_link
set revoked_at = @now
where user_id = @userId
  and used_at is null
  and revoked_at is null
