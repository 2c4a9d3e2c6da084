-- End a shared view for good.
update share
set
  revoked_at = @now,
  revoked_by = @actor
where id = @id
