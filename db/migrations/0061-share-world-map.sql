-- Why: whoever shares a view may want its map to show every country, which is more than the countries shared and must be said.
alter table share add column shows_world boolean not null default false;

create or replace function refuse_share_change() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE'
    or (new.id, new.view, new.shows_world, new.secret_hash, new.created_at, new.created_by) is distinct from
       (old.id, old.view, old.shows_world, old.secret_hash, old.created_at, old.created_by)
    or new.expires_at is distinct from old.expires_at
    or (old.revoked_at is not null and (new.revoked_at, new.revoked_by) is distinct from (old.revoked_at, old.revoked_by))
  then
    raise exception 'A shared view is revoked once and never changed.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
