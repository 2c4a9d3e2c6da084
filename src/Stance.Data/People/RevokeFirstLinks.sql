-- Earlier links for the first administrator no longer open anything.
update one_time_link
set revoked_at = @now
where purpose = 'first-administrator'
  and used_at is null
  and revoked_at is null
