-- Why: acts of one make are entered again and again; a curator starts from what stays the same and types the rest.
create table act_template (
  id uuid primary key default uuidv7(),
  owner_id uuid not null references app_user,
  name text not null check (length(name) between 1 and 80),
  -- The fields of an act as its draft names them, without dates, passage and what judges one report.
  draft jsonb not null check (jsonb_typeof(draft) = 'object' and length(draft::text) <= 100000),
  -- Every curator sees it; else its owner alone.
  is_shared boolean not null default false,
  made_at timestamptz not null,
  -- Struck off the list; the line stays.
  removed_at timestamptz,
  removed_by uuid references app_user,
  check ((removed_at is null) = (removed_by is null))
);

create unique index act_template_name_once on act_template (owner_id, lower(name)) where removed_at is null;
create index act_template_shared on act_template (lower(name)) where is_shared and removed_at is null;
