-- Keep a link that opens once.
insert into one_time_link (secret_hash, purpose, role, email, user_id, created_at, created_by, expires_at)
values (@hash, @purpose, @role, @email, @userId, @now, @createdBy, @expiresAt)
returning id
