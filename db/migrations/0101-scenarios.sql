-- Why: assumptions that were argued over are kept under a name, so that everybody means the same numbers by it.
create table scenario (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  -- What is assumed as an address prints it; empty = the codebook's own numbers.
  assumptions text not null check (length(assumptions) <= 4000),
  half_life text not null check (length(half_life) between 1 and 8),
  is_shared boolean not null default false,
  created_at timestamptz not null,
  created_by uuid not null references app_user,
  deleted_at timestamptz,
  deleted_by uuid references app_user,
  check ((deleted_at is null) = (deleted_by is null))
);

create unique index scenario_name_once on scenario (created_by, lower(name)) where deleted_at is null;
create index scenario_shared on scenario (created_at desc) where is_shared and deleted_at is null;

-- A number quoted from a scenario must stay what it was: only its name and its readers change, and one struck off stays on file.
create function refuse_scenario_change() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE'
    or (new.id, new.assumptions, new.half_life, new.created_at, new.created_by) is distinct from
       (old.id, old.assumptions, old.half_life, old.created_at, old.created_by)
    or old.deleted_at is not null
  then
    raise exception 'What a scenario assumes is never changed.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger scenario_is_kept before update or delete on scenario
  for each row execute function refuse_scenario_change();
