-- Use the link up: only one of two at the same moment gets a row.
update one_time_link
set used_at = @now
where id = @id
  and used_at is null
  and revoked_at is null
  and expires_at > @now
