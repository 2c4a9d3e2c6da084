-- Keep a shared view; a repeated call with the same id adds nothing.
insert into share (id, label, view, shows_world, secret_hash, created_at, created_by, expires_at)
values (@id, @label, @view, @showsWorld, @hash, @now, @owner, @expiresAt)
on conflict (id) do nothing
