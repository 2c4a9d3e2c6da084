-- Note that a shared view was opened, at most once in a while.
update share
set last_opened_at = @now
where id = @id
  and (last_opened_at is null or last_opened_at < @since)
