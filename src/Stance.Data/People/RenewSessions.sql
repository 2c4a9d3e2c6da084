-- Keep sessions in use alive, though never past their end.
update user_session
set
  renewed_at = @now,
  expires_at = least(@expiresAt, ends_at)
where id = any(@ids)
  and expires_at > @now
