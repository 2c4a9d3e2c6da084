-- This token no longer opens anything.
update api_token
set revoked_at = @now
where id = @id
  and revoked_at is null
