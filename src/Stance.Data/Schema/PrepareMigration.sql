-- Where are the applied migrations remembered?
create table if not exists schema_migration (
  name text primary key,
  sha256 bytea not null,
  applied_at timestamptz not null default now()
);
