-- Note that the token is in use, once a minute at most.
update api_token
set last_used_at = @now
where id = @id
  and (last_used_at is null or last_used_at < @since)
