-- Why: a view can be shown to people without an account, by a link that is stored as a hash only, ends when it should and can be revoked.
create table share (
  id uuid primary key,
  label text not null check (length(label) between 1 and 120),
  -- The printed view state, blocs resolved to countries; its knowledge date, if it has one, freezes the share.
  view text not null check (length(view) <= 8000),
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  created_at timestamptz not null,
  created_by uuid not null references app_user,
  expires_at timestamptz check (expires_at > created_at),
  revoked_at timestamptz,
  revoked_by uuid references app_user,
  last_opened_at timestamptz,
  check ((revoked_at is null) = (revoked_by is null))
);

create index on share (created_by);

-- A link once revoked stays so, and what it shows is never widened: a mistake in the program must not open it again.
create function refuse_share_change() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE'
    or (new.id, new.view, new.secret_hash, new.created_at, new.created_by) is distinct from
       (old.id, old.view, old.secret_hash, old.created_at, old.created_by)
    or new.expires_at is distinct from old.expires_at
    or (old.revoked_at is not null and (new.revoked_at, new.revoked_by) is distinct from (old.revoked_at, old.revoked_by))
  then
    raise exception 'A shared view is revoked once and never changed.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger share_is_final before update or delete on share
  for each row execute function refuse_share_change();
