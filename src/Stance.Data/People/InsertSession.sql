-- Start a session for a person who may sign in, and forget the ones that have run out.
with outdated as (
  delete from user_session
  where expires_at <= @now
),
signed_in as (
  update app_user
  set last_signed_in_at = @now
  where id = @userId
    and not is_disabled
  returning id
)
insert into user_session (id, user_id, started_at, renewed_at, expires_at, ends_at, device)
select
  @id,
  id,
  @now,
  @now,
  @expiresAt,
  @endsAt,
  @device
from signed_in
