-- Why: people prepare for new numbers, so a codebook can wait on file until its day and then come into force by itself.
create table codebook_announcement (
  id uuid primary key default uuidv7(),
  version text not null,
  in_force_from timestamptz not null,
  -- The draft as it was announced; read back by the code that wrote it.
  draft jsonb not null,
  announced_by uuid references app_user,
  announced_at timestamptz not null,
  outcome text check (outcome in ('in force', 'withdrawn', 'refused')),
  ended_at timestamptz,
  ended_by uuid references app_user,
  -- Why it could not come into force.
  problem text,
  check (in_force_from > announced_at),
  check (num_nulls(outcome, ended_at) in (0, 2)),
  check ((problem is not null) = (outcome is not distinct from 'refused'))
);

-- One at a time: two would be drafted from the same numbers.
create unique index on codebook_announcement ((true)) where ended_at is null;
