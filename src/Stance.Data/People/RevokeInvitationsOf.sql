-- Earlier invitations of this address no longer open anything.
update one_time_link
set revoked_at = @now
where purpose = 'invitation'
  and upper(email) = upper(@email)
  and used_at is null
  and revoked_at is null
