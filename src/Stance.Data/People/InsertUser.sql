-- Let a person in.
insert into app_user (email, normalized_email, name, role, password_hash, security_stamp, created_at)
values (@email, @normalizedEmail, @name, @role, @passwordHash, @stamp, @now)
on conflict (normalized_email) do nothing
returning id
